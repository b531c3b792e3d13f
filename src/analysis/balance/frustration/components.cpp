#include "analysis/balance/frustration/components.hpp"

#include <algorithm>
#include <limits>

namespace entente::balance {

std::vector<std::vector<std::uint32_t>> components(const FrustrationProblem& problem,
                                                   std::span<const VertexPair> canceled) {
    FrustrationProblem all = problem;
    for (const auto& [u, v] : canceled) all.edges.push_back({u, v, 0});
    const EdgeLists lists = edge_lists(all);
    std::vector<std::uint8_t> seen(problem.vertices, 0);
    std::vector<std::vector<std::uint32_t>> parts;
    for (std::uint32_t start = 0; start < problem.vertices; ++start) {
        if (seen[start] || lists.of(start).empty()) continue;
        seen[start] = 1;
        std::vector<std::uint32_t> part{start};
        for (std::size_t h = 0; h < part.size(); ++h) {
            for (const auto& [other, edge] : lists.of(part[h])) {
                if (seen[other]) continue;
                seen[other] = 1;
                part.push_back(other);
            }
        }
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
