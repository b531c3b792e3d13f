// Who is tied to whom: like to like, or the many to the few.
#pragma once

#include "graph/graph.hpp"
#include "model/network.hpp"

namespace entente {

// Correlation of the degrees at the two ends of a tie (Newman 2003, eq. 26; directed: out-degree of the
// source with in-degree of the target). Unweighted. Nan without ties and where all ends have the same degree.
double degree_assortativity(const Graph& graph);

// How much more often ties join actors of one kind than chance would: (Σ e_ii − Σ a_i b_i) / (1 − Σ a_i b_i)
// (Newman 2003, eq. 2), over the ties of which both actors have a kind. Unweighted. Nan without such ties and
// where they touch a single kind.
double kind_assortativity(const Graph& graph, const Network& network);

// How far the most central stands out: Σ (max − value) / maximum, maximum the largest that the sum can be
// (Freeman 1979). Nan where the maximum is 0.
double centralization(const std::vector<double>& values, double maximum);

}  // namespace entente
