// Balance slice by slice: factions that keep their sides as long as no division is better.
#pragma once

#include <cstdint>
#include <vector>

#include "analysis/timeline/slices.hpp"
#include "base/control.hpp"
#include "model/findings/scores.hpp"

namespace entente {

struct SliceBalance {
    double index = undefined, low = undefined, high = undefined;  // of the frustration
    double balanced_strong = undefined;
    std::vector<std::uint8_t> faction;  // by actor of the data: 1, 2, or 0 without a signed tie that counts
    std::vector<TieId> frustrated;      // rows as the network numbers them; ascending
};

struct SliceBalanceOptions {
    std::uint64_t seed = 1;
    std::uint64_t proof_steps = 2'000'000'000;  // of all slices together, counted: see BalanceOptions
};

// One entry a window; nothing in it where no tie has a sign. `alike` as first_alike gives it: slices of the
// same ties are divided once. Eight slices after one another share what their proofs do not use, and each
// search begins with the division before; what is not proven then has bounds. Of equally good divisions that
// of the slice before stays, and each component is turned so that most of its actors stay where they were.
// The same for any number of threads. Throws Error(Fault::interrupted).
std::vector<SliceBalance> balance_through_time(const TimeData& data, const std::vector<DayInterval>& windows,
                                               const std::vector<std::size_t>& alike,
                                               const SliceBalanceOptions& options, const Control& control);

}  // namespace entente
