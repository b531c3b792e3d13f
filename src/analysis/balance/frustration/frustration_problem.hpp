// The frustration problem in whole numbers: put every vertex on one of two sides so that the ties that
// disagree (positive across, negative within) cost least. Costs are integers, so that sums are exact and an
// optimum is proven, not rounded to.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <utility>
#include <vector>

namespace entente::balance {

using Cost = std::int64_t;
using Sides = std::vector<std::uint8_t>;  // vertex -> 0 or 1

struct SignedEdge {
    std::uint32_t u = 0, v = 0;
    Cost weight = 0;  // > 0 a friendly tie, < 0 a hostile one; never 0
    Cost cost() const { return weight < 0 ? -weight : weight; }
    bool negative() const { return weight < 0; }
    bool frustrated(const Sides& side) const { return (side[u] != side[v]) != negative(); }
};

// Simple: no loops, at most one edge a pair.
struct FrustrationProblem {
    std::uint32_t vertices = 0;
    std::vector<SignedEdge> edges;
};

using VertexPair = std::pair<std::uint32_t, std::uint32_t>;

// Edges around each vertex: edge numbers and the vertices at their other ends.
struct EdgeLists {
    struct Entry {
        std::uint32_t other, edge;
    };
    std::vector<std::uint64_t> offsets;
    std::vector<Entry> entries;
    std::span<const Entry> of(std::uint32_t v) const {
        return std::span(entries).subspan(offsets[v], offsets[v + 1] - offsets[v]);
    }
};

EdgeLists edge_lists(const FrustrationProblem& problem);

// What the frustrated edges cost together.
Cost cost_of(const FrustrationProblem& problem, const Sides& side);

// The greatest common divisor of all costs (0 without edges): the cost of any division is a multiple of it.
Cost common_divisor(const FrustrationProblem& problem);

// A division of least cost by trying all 2^(vertices - 1), each one flip from the one before (Gray code); at
// most 30 vertices.
struct Enumerated {
    Sides side;
    Cost cost = 0;
    std::uint64_t optima = 0;  // divisions of that cost, a division and its mirror image counted once
};
Enumerated enumerate(const FrustrationProblem& problem);

}  // namespace entente::balance
