// Brandes' algorithm where ties cost differently, one source at a time.
#pragma once

#include "analysis/centrality/betweenness_sweep.hpp"

namespace entente {

// As betweenness_sweep, for paths of least cost.
std::vector<double> betweenness_by_length(const BetweennessInput& input, const Control& control);

}  // namespace entente
