// Shares of the measures of signed ties.
#pragma once

#include <vector>

#include "analysis/change/shares.hpp"
#include "graph/graph.hpp"
#include "model/network.hpp"
#include "model/selection.hpp"

namespace entente {

enum class SignedShare { positive_degree, negative_degree, net_degree, pn, pn_in, pn_out };

// By neighbor: 1 or −1 of a degree; of the PN index what the equation x = 1 + B x takes from each, of pn_in
// x = 1 + Bᵀ(1 + B x), of pn_out x = 1 + B(1 + Bᵀ x), where the 1 is the rest (Everett & Borgatti 2014).
// `values` are those of graph.actors.
Shares signed_shares(const Network& network, const TieSelection& selection, const Graph& graph, Vertex v,
                     const std::vector<double>& values, SignedShare what);

}  // namespace entente
