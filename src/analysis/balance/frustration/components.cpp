#include "analysis/balance/frustration/components.hpp"

#include <algorithm>
#include <limits>

#include "base/connected.hpp"

namespace entente::balance {

std::vector<std::vector<std::uint32_t>> components(const FrustrationProblem& problem,
                                                   std::span<const VertexPair> canceled) {
    FrustrationProblem all = problem;
    for (const auto& [u, v] : canceled) all.edges.push_back({u, v, 0});
    const EdgeLists lists = edge_lists(all);
    const auto each_neighbor = [&](std::uint32_t v, const auto& visit) {
        for (const EdgeLists::Entry& entry : lists.of(v)) visit(entry.other);
    };
    std::vector<char> seen(problem.vertices, 0);
    std::vector<std::vector<std::uint32_t>> parts;
    for (std::uint32_t start = 0; start < problem.vertices; ++start) {
        if (seen[start] != 0 || lists.of(start).empty()) continue;
        std::vector<std::uint32_t> part = connected_with(start, seen, each_neighbor);
        std::sort(part.begin(), part.end());
        parts.push_back(std::move(part));
    }
    return parts;
}

FrustrationProblem part_of(const FrustrationProblem& problem, const std::vector<std::uint32_t>& vertices) {
    constexpr std::uint32_t outside = std::numeric_limits<std::uint32_t>::max();
    std::vector<std::uint32_t> place(problem.vertices, outside);
    for (std::uint32_t i = 0; i < vertices.size(); ++i) place[vertices[i]] = i;
    FrustrationProblem part{static_cast<std::uint32_t>(vertices.size()), {}};
    for (const SignedEdge& e : problem.edges) {
        if (place[e.u] != outside) part.edges.push_back({place[e.u], place[e.v], e.weight});
    }
    return part;
}

}  // namespace entente::balance
