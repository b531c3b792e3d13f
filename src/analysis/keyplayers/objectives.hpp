// The three objectives, ready to be searched.
#pragma once

#include "analysis/keyplayers/links.hpp"
#include "analysis/keyplayers/search.hpp"
#include "base/control.hpp"
#include "graph/graph.hpp"
#include "model/findings/keyplayers.hpp"

namespace entente::keyplayers {

struct Objective {
    SearchTask task;                 // of size 1; owns what its scorers need but the links
    std::vector<Vertex> candidates;  // ascending
    double steps_a_pass = 1;         // elementary steps, estimated, to score all additions to one set
    bool a_pass_is_one_set = false;  // a pass costs as much as scoring one set would
};

// Beyond this many actors the distances among all that remain take seconds for a single set.

// `undirected` and `links` (of it; for reach of the directed graph) have to outlive the objective. Where not
// every actor can be afforded as a candidate, those of highest betweenness are. Throws Error(Fault::usage)
// for fragment_distance beyond limits.key_player_distances.
Objective objective_of(KeyPlayerObjective which, const Graph& undirected, const Links& links,
                       const Control& control);

}  // namespace entente::keyplayers
