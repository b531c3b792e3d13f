// How often actors and ties lie between others.
#pragma once

#include <vector>

#include "base/control.hpp"
#include "graph/graph.hpp"

namespace entente {

// Betweenness of each vertex (Freeman 1977; algorithm of Brandes 2001): over the pairs of other vertices, the
// sum of the share of their shortest paths that pass through it. Unordered pairs when undirected, ordered
// ones when directed; not normalized. A weighted graph's paths are the cheapest by the sum of 1/strength;
// ties of strength 0 take no part. The same digits for any number of threads and on any processor. Throws
// Error(Fault::interrupted).
std::vector<double> betweenness(const Graph& graph, const Control& control = {});

// Betweenness of each merged tie (Girvan & Newman 2002; Brandes 2008): over all pairs of vertices, the sum of
// the share of their shortest paths that use it. Parallel to graph.merged.ties.
std::vector<double> tie_betweenness(const Graph& graph, const Control& control = {});

}  // namespace entente
