// Sums over many sources that have the same digits for any number of threads.
#pragma once

#include <cstddef>
#include <functional>
#include <span>
#include <vector>

#include "base/control.hpp"

namespace entente {

// Adds up `size` sums over `sources` sources: add(first, last, worker, sums) adds what the sources first …
// last − 1 bring to sums that start at 0. The sources are cut into runs by their number alone, whatever the
// threads, and the runs' sums are added in their order. `multiple`: every run but the last holds a multiple
// of so many sources. Memory: up to 64 times the sums, never above 256 MiB where that leaves 8 runs. Reports
// progress and throws Error(Fault::interrupted) as parallel_blocks does. Never shared among processes: what
// `add` leaves elsewhere would be lost there.
std::vector<double> fixed_sums(std::size_t sources, std::size_t size, const Control& control,
                               const std::function<void(std::size_t first, std::size_t last, unsigned worker,
                                                        std::span<double> sums)>& add,
                               std::size_t multiple = 1);

struct SharedSums {
    std::vector<double> sums;
    double largest = 0;
};

// The same, shared among the processes of control.ranks. All that `add` gives stands in the sums and in
// `largest`, of which the largest of all runs is kept; `largest` starts at 0.
SharedSums shared_sums(std::size_t sources, std::size_t size, const Control& control,
                       const std::function<void(std::size_t first, std::size_t last, unsigned worker,
                                                std::span<double> sums, double& largest)>& add,
                       std::size_t multiple = 1);

}  // namespace entente
