// An order of the vertices in which neighbours are near each other in memory.
#pragma once

#include "graph/graph.hpp"

#include <vector>

namespace entente {

// Vertices community by community: a few rounds of label propagation (Raghavan, Albert & Kumara 2007) over a breadth-first order
// from the vertices of most ties, directions ignored. Only speed depends on it.
std::vector<Vertex> order_for_caches(const Graph& graph);

}  // namespace entente
