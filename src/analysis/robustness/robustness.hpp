// How sure a ranking is: the measure taken again and again on networks that differ as the data may.
#pragma once

#include <cstdint>
#include <string>

#include "base/control.hpp"
#include "model/findings/robustness.hpp"
#include "model/network.hpp"
#include "model/selection.hpp"

namespace entente {

struct RobustnessOptions {
    std::string measure = "betweenness";  // of the table of measures
    Perturbation by = Perturbation::by_confidence;
    RandomChange change = RandomChange::remove;
    double share = 0.1;  // of by_random, 0 to 1
    unsigned replicates = 1000;
    unsigned top_k = 3;
    bool stability = true;  // the stability coefficient too: 250 networks and more a step
    std::uint64_t seed = 1;
};

// Takes the measure on the selection's network and on replicates of it:
//  by_confidence  every row of the ties exists with its confidence, independently of the others;
//  by_tie         one row is left out: each in turn, or `replicates` of them drawn at random when there are
//  more;
//  by_source      one source is left out, each in turn (CitedSources): a row goes when all of its sources are
//                 gone, so that the rows go that cite this source alone;
//  by_random      `share` of the rows is removed, or of the merged ties (for measures of both signs: of the
//                 rows) added or rewired, drawn anew each time. A tie added or moved joins actors who had
//                 none in the data, and has the strength (and sign) of a tie drawn at random or keeps its
//                 own. One at least changes where the share is above 0 and there is any.
// An actor whose value is undefined in a replicate ranks behind all others. Besides, rows (of the whole
// network up to 500, else of the actor who comes first) and sources are left out one by one to see on which
// the first place hinges and which source moves the ranking most (the lowest τ-b), and random rows are
// dropped in growing shares for the stability coefficient. Parallel over replicates, each with a random
// stream of its own: the same result for any number of threads. Throws Error(Fault::usage) for an unknown
// measure, one that the network cannot have, by_source without citations, and a share outside 0 … 1;
// Error(Fault::interrupted).
Robustness assess_robustness(const Network& network, const TieSelection& selection,
                             const RobustnessOptions& options, const Control& control);

}  // namespace entente
