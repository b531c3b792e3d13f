// Shares of the measures on shortest paths.
#pragma once

#include "analysis/change/shares.hpp"
#include "base/control.hpp"
#include "graph/graph.hpp"

namespace entente {

enum class DistanceShare { of_closeness, of_harmonic };

// By actor reached: 1/d (harmonic), or r/((n − 1) Σd) for each of the r actors reached (closeness), so that
// they add up to the score. By tie: the same, spread over the ties by which shortest paths leave v.
Shares distance_shares(const Graph& graph, Vertex v, DistanceShare what);

// By pair of others: the share of their shortest paths through v. By tie: the ties on which these paths
// arrive at v; undirected pairs count half from either end. One search from every actor.
Shares betweenness_shares(const Graph& graph, Vertex v, const Control& control);

}  // namespace entente
