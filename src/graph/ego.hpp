// The surroundings of one actor.
#pragma once

#include "graph/graph.hpp"

#include <vector>

namespace entente {

struct Surroundings {
    std::vector<Vertex> vertices;      // the centre and all within the radius, in the graph's order
    std::vector<std::uint32_t> hops;  // from the centre, parallel to vertices
};

// Who is within `radius` ties of the centre, ignoring directions and strengths.
Surroundings surroundings(const Graph& graph, Vertex centre, unsigned radius);

// These vertices (ascending) and the ties between them; actors and ties keep their order.
Graph induced(const Graph& graph, const std::vector<Vertex>& vertices);

}  // namespace entente
