// Brandes' algorithm from many sources at once: one source a lane of a vector register, so that one read of
// an arc serves all.
#pragma once

#include <span>
#include <vector>

#include "base/control.hpp"
#include "base/instruction_set.hpp"
#include "graph/paths/path_graph.hpp"

namespace entente {

// What a betweenness kernel gets. Every node stands for so many vertices (weight, empty: 1 each), as a source
// and as a target: more than one where parts of the graph hang at it that were cut off.
struct BetweennessInput {
    const PathGraph& graph;
    std::span<const double> weight;
    std::size_t tie_count = 0;  // not 0: sums for each merged tie instead of each node
};

// Over ordered pairs of nodes, the weighted sum of the shares of their shortest paths in hops that pass
// through each node, or over each tie (Brandes 2001, 2008). The same digits for any instruction set and
// number of threads.
std::vector<double> betweenness_sweep(const BetweennessInput& input, const Control& control,
                                      InstructionSet instructions = best_instruction_set());

}  // namespace entente
