// Which actors are connected.
#pragma once

#include "graph/graph.hpp"

namespace entente {

struct Components {
    std::vector<std::uint32_t> of;  // vertex -> component, numbered by their first vertex
    std::vector<std::uint32_t> sizes;
    std::size_t count() const { return sizes.size(); }
};

// Ignoring directions.
Components weak_components(const Graph& graph);

// Each vertex reaches each other one along arcs (Tarjan 1972, without recursion).
Components strong_components(const Graph& graph);

// Vertices without which a component falls apart, ignoring directions, ascending (Hopcroft & Tarjan 1973).
std::vector<Vertex> articulation_vertices(const Graph& graph);

}  // namespace entente
