// Distances between all pairs where ties cost differently, from sixteen nodes at once.
#pragma once

#include "analysis/centrality/distances.hpp"
#include "base/instruction_set.hpp"
#include "graph/paths/path_graph.hpp"

namespace entente {

// By node, sums over the nodes that each reaches along leaving arcs, in units of the graph's costs; no
// eccentricity. The same digits for any instruction set and number of threads.
Distances length_distances(const PathGraph& graph, const Control& control,
                           InstructionSet instructions = best_instruction_set());

}  // namespace entente
