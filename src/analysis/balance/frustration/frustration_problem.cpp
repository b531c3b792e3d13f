#include "analysis/balance/frustration/frustration_problem.hpp"

#include <bit>
#include <numeric>

namespace entente::balance {

EdgeLists edge_lists(const FrustrationProblem& problem) {
    EdgeLists lists;
    lists.offsets.assign(problem.vertices + std::size_t{1}, 0);
    for (const SignedEdge& e : problem.edges) {
        ++lists.offsets[e.u + 1];
        ++lists.offsets[e.v + 1];
    }
    std::partial_sum(lists.offsets.begin(), lists.offsets.end(), lists.offsets.begin());
    lists.entries.resize(2 * problem.edges.size());
    std::vector<std::uint64_t> next(lists.offsets.begin(), lists.offsets.end() - 1);
    for (std::uint32_t i = 0; i < problem.edges.size(); ++i) {
        lists.entries[next[problem.edges[i].u]++] = {problem.edges[i].v, i};
        lists.entries[next[problem.edges[i].v]++] = {problem.edges[i].u, i};
    }
    return lists;
}

Cost cost_of(const FrustrationProblem& problem, const Sides& side) {
    Cost sum = 0;
    for (const SignedEdge& e : problem.edges) {
        if (e.frustrated(side)) sum += e.cost();
    }
    return sum;
}

Cost common_divisor(const FrustrationProblem& problem) {
    Cost divisor = 0;
    for (const SignedEdge& e : problem.edges) divisor = std::gcd(divisor, e.cost());
    return divisor;
}

Enumerated enumerate(const FrustrationProblem& problem) {
    const EdgeLists lists = edge_lists(problem);
    Sides side(problem.vertices, 0);
    Cost cost = cost_of(problem, side);
    Enumerated best{side, cost, 1};
    const std::uint64_t steps = problem.vertices < 2 ? 1 : std::uint64_t{1} << (problem.vertices - 1);
    for (std::uint64_t step = 1; step < steps; ++step) {
        const auto v = static_cast<std::uint32_t>(std::countr_zero(step));
        for (const auto& [other, edge] : lists.of(v)) {
            const SignedEdge& e = problem.edges[edge];
            cost += e.frustrated(side) ? -e.cost() : e.cost();
        }
        side[v] ^= 1;
        if (cost == best.cost) ++best.optima;
        if (cost < best.cost) best = {side, cost, 1};
    }
    return best;
}

}  // namespace entente::balance
