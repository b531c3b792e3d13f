// How long a chain of random exchanges runs before its network is taken for a draw.
#pragma once

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <vector>

#include "model/findings/null_model.hpp"

namespace entente {

inline constexpr double accepted_a_tie_wanted = 10;
inline constexpr std::uint64_t most_trials_a_tie = 100, fewest_trials_of_cap = 10'000;

// How many trials every draw makes: as many as a first chain needs to accept ten exchanges a tie and some
// more, so that draws that have less luck accept ten too; at most 100 a tie or 10,000. The number is the same
// for all draws. A chain that went on until ten exchanges a tie are accepted would stop more often in
// networks in which exchanges are easy, and those would be drawn too often. `pilot` makes so many more trials
// on the first chain and returns how many were accepted.
template <class Pilot>
std::uint64_t chain_trials(std::uint64_t ties, Pilot&& pilot) {
    const double wanted = accepted_a_tie_wanted * static_cast<double>(ties);
    const auto target = static_cast<std::uint64_t>(1.05 * wanted + 8 * std::sqrt(wanted));
    const std::uint64_t cap = std::max(fewest_trials_of_cap, most_trials_a_tie * ties);
    const std::uint64_t step = std::max<std::uint64_t>(ties / 2, 50);
    std::uint64_t accepted = 0, trials = 0;
    while (accepted < target && trials < cap) {
        const std::uint64_t more = std::min(step, cap - trials);
        accepted += pilot(more);
        trials += more;
    }
    return trials;
}

// What the draws' accepted exchanges come to, with a remark where they are too few.
Exchanges exchanges_of(std::uint64_t ties, std::uint64_t trials, const std::vector<std::uint64_t>& accepted);

}  // namespace entente
