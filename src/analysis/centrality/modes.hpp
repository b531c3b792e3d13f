// Two-mode data as the measures need them: how many actors of its own mode and of the other an actor is among
// (Borgatti & Everett 1997).
#pragma once

#include <optional>
#include <vector>

#include "analysis/centrality/measures.hpp"

namespace entente {

struct ModeSizes {
    std::vector<double> own, other;  // vertex -> actors of the graph; both 0 for one of no mode
};

// Nothing for data that are not two-mode (two_mode in model/two_mode.hpp).
std::optional<ModeSizes> mode_sizes(const MeasureInput& input);

// The most betweenness that an actor of a mode of `own` actors can have beside one of `other`, pairs counted
// once (Borgatti & Everett 1997; NetworkX's bipartite functions take the same).
double most_betweenness(double own, double other);

}  // namespace entente
