// How the ties change from one slice of time to the next.
#pragma once

#include <vector>

#include "analysis/timeline/slices.hpp"

namespace entente {

// Of the signed pairs of a slice (A) and the one before (B): 1 − |A ∩ B| / |A ∪ B|, nan where both are empty,
// and how many are new and gone.
struct Turnover {
    double share = undefined, added = undefined, gone = undefined;
};

// How the signed pairs change from each window to the next; nothing for the first. Where the slices are
// directed, all of them by settle_directions, the pairs are arcs, of which a tie that runs both ways has two;
// else a pair is the same whichever way its rows name it. A pair tied with two signs counts once with each.
std::vector<Turnover> turnovers(const TimeData& data, const std::vector<DayInterval>& windows);

}  // namespace entente
