// What every algorithm is given, and what one run of it gives back.
#pragma once

#include "analysis/community/communities.hpp"
#include "analysis/community/membership.hpp"
#include "analysis/community/modularity.hpp"

namespace entente::community {

struct Task {
    const Graph& graph;  // with its directions, if it has any
    const Graph& undirected;
    const ModularityGraph& modularity;  // of `undirected`, or signed; has ties
    std::uint64_t seed;
    const Control& control;
};

struct RunResult {
    Membership membership;
    double quality = 0;  // the larger the better
};

}  // namespace entente::community
