// Brandes' algorithm where ties cost differently.
#pragma once

#include "analysis/centrality/sweeps/betweenness_sweep.hpp"

namespace entente {

// As betweenness_sweep, for paths of least cost; of costs that are all the same too.
std::vector<double> betweenness_by_length(const BetweennessInput& input, const Control& control,
                                          InstructionSet instructions = best_instruction_set());

// The same for any costs and up to 10^4900 shortest paths between two nodes, several times slower. Throws
// Error(Fault::data) beyond.
std::vector<double> betweenness_of_many_paths(const BetweennessInput& input, const Control& control);

}  // namespace entente
