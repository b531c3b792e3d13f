// How much each of several changes contributes to the difference that they make together.
#pragma once

#include <cstdint>
#include <functional>
#include <vector>

#include "base/control.hpp"

namespace entente {

// The scores (any number of them, always in one order) when the changes marked 1 are made.
using ChangedScores = std::function<std::vector<double>(const std::vector<char>& made)>;

struct ShapleyValues {
    // By change, then by score; the values of a score add up to what all changes make of it together.
    std::vector<std::vector<double>> value;
    std::vector<std::vector<double>> error;  // standard errors; empty when exact
};

// The Shapley value (Shapley 1953): a change's mean contribution over all orders in which the changes may be
// made. Calls `scores` 2^changes times, in parallel. At most 20 changes.
ShapleyValues shapley_values(std::size_t changes, const ChangedScores& scores, const Control& control);

// The mean over `orders` random orders (Castro, Gómez & Tejada 2009), with the standard error of that mean.
// Within each order the contributions add up, so that the means do. Calls `scores` orders × (changes + 1)
// times, in parallel; the same for any number of threads.
ShapleyValues sampled_shapley_values(std::size_t changes, const ChangedScores& scores, unsigned orders,
                                     std::uint64_t seed, const Control& control);

}  // namespace entente
