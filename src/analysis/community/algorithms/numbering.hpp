// Vertices numbered so that those which belong together are near each other in memory.
#pragma once

#include <functional>

#include "analysis/community/membership.hpp"
#include "analysis/community/modularity.hpp"

namespace entente::community {

// Up to here the processor's caches hold what is kept of each vertex, and the numbering does not matter.
constexpr std::size_t most_vertices_in_caches = 20'000;

// What `find` gives for the graph, which in large graphs is numbered breadth first from vertex 0, then from
// the first vertex not yet reached, and so on. O(n + m).
Membership by_near_numbers(const ModularityGraph& graph,
                           const std::function<Membership(const ModularityGraph&)>& find);

}  // namespace entente::community
