// Brokerage between groups.
#pragma once

#include "analysis/community/grouping.hpp"
#include "base/control.hpp"
#include "graph/graph.hpp"
#include "model/findings/brokerage.hpp"

namespace entente {

struct BrokerageOptions {
    unsigned permutations = 1000;  // of the groups, for the E–I index; 0: none
    std::uint64_t seed = 1;
};

// The roles of Gould & Fernandez (1989) for every actor and in all, counted on directed ties (undirected:
// each pair once, gatekeeper and representative merged), with expectation, standard deviation and z in random
// networks in which each possible tie exists with the network's density; the E–I index (Krackhardt & Stern
// 1988) with a two-sided p from permutations of the groups; participation coefficient and within-group z
// (Guimerà & Amaral 2005) on strengths of both directions. Actors without a group take no part. `grouping` is
// parallel to graph.actors. O(Σ in-degree × out-degree + permutations × m). Throws Error(Fault::interrupted).
Brokerage brokerage(const Graph& graph, const Grouping& grouping, const BrokerageOptions& options,
                    const Control& control);

}  // namespace entente
