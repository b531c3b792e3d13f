// A network slice by slice through time.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "analysis/timeline/slices.hpp"
#include "base/control.hpp"
#include "model/findings/timeline.hpp"
#include "model/network.hpp"
#include "model/selection.hpp"

namespace entente {

struct TimelineOptions {
    std::vector<std::string> measures = {"degree", "betweenness"};
    std::vector<DayInterval> slices;  // in order of time
    Population population = Population::active;
    TimeData::Undated undated = TimeData::Undated::keep;
    std::string algorithm = "leiden";  // of the communities; "" for none
    bool balance = true;               // where ties have signs
    unsigned shuffles = 0;             // of the dates, for z and change points
    std::uint64_t seed = 1;
};

// Every slice is two networks: of the ties that possibly and of those that certainly hold in it. Figures and
// values are of the possible one; the certain one's are a second value, no bound (but for counts). Measures
// use the selection's ties; counts, communities and balance those of both signs. An actor who is not active
// has empty values. Communities of slice i are found with seed + i and keep their number through time
// (CommunityTracker); slices
// of the same network have the same. Many slices share out the runs of the algorithm and the steps of the
// proofs of balance (balance_through_time). The shuffles exchange the dates among the ties that have one, so
// that ties and durations stay; change points are the slices at which density, frustration, balance or who
// leads by the first measure changes more than in 95 of 100 shuffles. Slices and shuffles in parallel, the
// same for any number of threads. Throws Error(Fault::usage) for unknown measures, algorithms, relations and
// kinds; Error(Fault::interrupted).
Timeline follow_network(const Network& network, const TieSelection& selection, const TimelineOptions& options,
                        const Control& control);

// What the automatic settings of the selection come to in all slices alike, for the measures of the actors.
// Throws as select_rows does.
ResolvedSelection resolve_through_time(const Network& network, const TieSelection& selection,
                                       const TimelineOptions& options);

}  // namespace entente
