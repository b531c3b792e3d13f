// The part of a graph that has ties: some algorithms of igraph fail on, or are not defined for, isolated
// actors.
#pragma once

#include <span>
#include <vector>

#include "analysis/community/membership.hpp"
#include "graph/graph.hpp"

namespace entente::community {

struct TiedPart {
    Graph graph;                   // only ties of strength above 0 and the vertices that have any
    std::vector<Vertex> original;  // vertex -> vertex of the whole
};

TiedPart tied_part(const Graph& whole);

// The division of the whole in which every vertex outside the part is a community of its own.
Membership of_whole(const TiedPart& part, std::span<const std::uint32_t> membership, std::size_t vertices);

}  // namespace entente::community
