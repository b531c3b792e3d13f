// The ways from one actor to another.
#pragma once

#include "graph/graph.hpp"
#include "model/findings/shortest_paths.hpp"

namespace entente {

// All shortest paths counted and the first `at_most` of them listed, by the order of their actors. Arcs are
// followed in their direction; a weighted graph's paths are the cheapest by the sum of 1/strength, ties of
// strength 0 take no part. From an actor to itself there is one path of no ties.
ShortestPaths shortest_paths(const Graph& graph, Vertex from, Vertex to, std::size_t at_most);

}  // namespace entente
