// Which community each vertex is in, and how two such divisions agree.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "graph/graph.hpp"

namespace entente::community {

using Membership =
    std::vector<std::uint32_t>;  // vertex -> community; numbers below the number of vertices, gaps allowed

// The same division with numbers 0, 1, … in order of each community's first vertex.
Membership in_order_of_appearance(std::span<const std::uint32_t> membership);

// The same division with numbers 0, 1, … by size, largest first; equal sizes by their first vertex.
Membership largest_first(std::span<const std::uint32_t> membership);

// How many communities there are, by the largest number used.
std::uint32_t community_count(std::span<const std::uint32_t> membership);

// The vertices of each community, ascending; `membership` numbers the communities below `count`.
class Members {
public:
    Members(std::span<const std::uint32_t> membership, std::uint32_t count);
    std::span<const Vertex> of(std::uint32_t community) const {
        return std::span(vertices_).subspan(start_[community], start_[community + 1] - start_[community]);
    }

private:
    std::vector<std::uint32_t> start_;
    std::vector<Vertex> vertices_;
};

// Every community split into the parts that are connected by the graph's ties (directions ignored).
Membership connected_parts(const Graph& graph, std::span<const std::uint32_t> membership);

// For each vertex the mean over `runs` of |A ∩ B| / |A ∪ B|, where A is its community in `chosen` and B its
// community in that run: 1 when every run gives it the same companions. O(n) a run.
std::vector<double> stability(std::span<const std::uint32_t> chosen, std::span<const Membership> runs);

}  // namespace entente::community
