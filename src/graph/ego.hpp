// The surroundings of one actor.
#pragma once

#include <vector>

#include "graph/graph.hpp"

namespace entente {

struct Surroundings {
    std::vector<Vertex> vertices;     // the center and all within the radius, in the graph's order
    std::vector<std::uint32_t> hops;  // from the center, parallel to vertices
};

// Who is within `radius` ties of the center, ignoring directions and strengths.
Surroundings surroundings(const Graph& graph, Vertex center, unsigned radius);

// These vertices (ascending) and the ties between them; actors and ties keep their order.
Graph induced(const Graph& graph, const std::vector<Vertex>& vertices);

}  // namespace entente
