// Hops between all pairs by breadth-first search from 512 nodes at once: one bit a source (Then et al. 2014).
#pragma once

#include "analysis/centrality/distances.hpp"
#include "base/instruction_set.hpp"
#include "graph/paths/path_graph.hpp"

namespace entente {

// By node, sums over the nodes that each reaches along leaving arcs; distances in hops. The same digits for
// any instruction set and number of threads.
Distances hop_distances(const PathGraph& graph, const Control& control,
                        InstructionSet instructions = best_instruction_set());

// The same with the first `targets` nodes alone as targets.
Distances hop_distances_to(const PathGraph& graph, std::size_t targets, const Control& control,
                           InstructionSet instructions = best_instruction_set());

}  // namespace entente
