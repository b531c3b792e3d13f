// An order of the vertices in which those with like surroundings are near each other.
#pragma once

#include <vector>

#include "base/control.hpp"
#include "graph/graph.hpp"

namespace entente {

// Vertices by their best-connected neighbor, and among the same by their second best; the neighbors
// themselves go community by community, by a few rounds of label propagation (Raghavan, Albert & Kumara
// 2007). In a long, thin network connected groups of sixteen come one after another. Searches from vertices
// side by side then reach the others at nearly the same levels, which is what searching from many at once
// lives on. Only speed depends on it. Throws Error(Fault::interrupted).
std::vector<Vertex> order_for_caches(const Graph& graph, const Control& control = {});

}  // namespace entente
