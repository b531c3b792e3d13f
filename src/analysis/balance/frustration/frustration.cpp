#include "analysis/balance/frustration/frustration.hpp"

#include <algorithm>

#include "analysis/balance/frustration/biconnected_blocks.hpp"
#include "analysis/balance/frustration/local_search.hpp"
#include "analysis/balance/frustration/odd_cycles.hpp"
#include "analysis/balance/frustration/reduction.hpp"
#include "analysis/balance/frustration/semidefinite/semidefinite_search.hpp"

namespace entente::balance {

namespace {

// The best of several local searches from random divisions and from everybody on one side. A division `known`
// comes before them: as it is after descent, and as where a search starts.
Division searched(const FrustrationProblem& problem, const EdgeLists& lists, unsigned starts,
                  std::uint64_t kicks, Random& random, Budget& budget, const Sides& known = {}) {
    LocalSearch search(problem, lists);
    Division best;
    best.upper = std::numeric_limits<Cost>::max();
    const auto take = [&](Sides side, std::uint64_t with_kicks) {
        const Cost cost = search.improve(side, random, with_kicks);
        budget.spend(search.take_steps());
        if (cost >= best.upper) return;
        best.upper = cost;
        best.side = std::move(side);
    };
    if (!known.empty()) {
        take(known, 0);
        if (best.upper > 0) take(known, kicks);
    }
    for (unsigned start = 0; start < starts && best.upper > 0; ++start) {
        Sides side(problem.vertices, 0);
        if (start > 0) {
            for (std::uint8_t& s : side) s = static_cast<std::uint8_t>(random() >> 63);
        }
        take(std::move(side), kicks);
    }
    best.proven = best.upper == 0;
    return best;
}

// Whether semidefinite bounds are tried before the cycles' proof goes on: of dense blocks, and where cycles
// leave much open and one bound costs little of the budget.
bool promises_more_than_cycles(const FrustrationProblem& block, Cost upper, Cost lower,
                               const Budget& budget) {
    const std::uint64_t n = block.vertices, steps = 400 * n * n * n;
    if (block.edges.size() >= 5 * n) return true;
    const bool much_open = 25 * (upper - lower) > upper;
    return much_open && (budget.most_steps == UINT64_MAX || 4 * steps < budget.most_steps - budget.steps);
}

Division enumerated(const FrustrationProblem& problem) {
    Enumerated found = enumerate(problem);
    return {std::move(found.side), found.cost, found.cost, true};
}

// Of the division to begin with the part that a block has.
Sides within(const Block& block, const Sides& whole) {
    if (whole.empty()) return {};
    Sides part;
    for (const std::uint32_t v : block.vertex_of) part.push_back(whole[v]);
    return part;
}

// Cutting planes and branching. The cost is known to be `remainder` modulo `divisor`.
Division proven_block(const Block& block, Cost divisor, Cost remainder, const FrustrationOptions& options,
                      Budget& budget) {
    constexpr unsigned starts_besides = 2;  // where a division is known
    const FrustrationProblem& problem = block.problem;
    const EdgeLists lists = edge_lists(problem);
    Random random(options.seed, problem.edges.size());
    const std::uint64_t vertices = problem.vertices;
    const bool small = vertices < 2000;
    const Sides known = within(block, options.start);
    Division best =
        searched(problem, lists, !known.empty() ? starts_besides : (small ? 20 : 6),
                 small ? std::min<std::uint64_t>(2000, 30 * vertices) : 5 * vertices, random, budget, known);
    if (best.proven) return best;

    OddCycles cycles(problem, lists);
    CutProblem cut;
    for (const SignedEdge& e : problem.edges) cut.costs.push_back(e.cost());
    cut.upper = best.upper;
    cut.divisor = divisor;
    cut.remainder = remainder;
    cut.slack = options.slack;
    cut.first_cuts = cycles.triangles();
    cut.separate = [&](const Values& x, bool at_root) {
        return cycles.separate(x, at_root ? 5000 : 200, budget);
    };
    cut.round = [&](const Values& x, Cost& upper) {
        Sides side = cycles.round(x, problem.vertices < 300 ? 100 : 20, random);
        budget.spend(cycles.take_steps());
        const Cost cost = cost_of(problem, side);
        if (cost >= upper) return;
        upper = best.upper = cost;
        best.side = std::move(side);
    };
    cut.contradictory = [&](const std::vector<Case>& cases) { return cycles.contradictory(cases); };
    LocalSearch search(problem, lists);
    if (takes_semidefinite_bounds(problem)) {
        cut.prove_otherwise = [&](Cost lower) -> std::optional<Proof> {
            if (!promises_more_than_cycles(problem, best.upper, lower, budget)) return std::nullopt;
            const auto improve = [&](Sides side) {
                const Cost cost = search.improve(side, random, problem.vertices);
                budget.spend(search.take_steps());
                if (cost < best.upper) {
                    best.upper = cost;
                    best.side = std::move(side);
                }
                return best.upper;
            };
            return semidefinite_search({.problem = problem,
                                        .upper = best.upper,
                                        .lower = lower,
                                        .divisor = divisor,
                                        .remainder = remainder,
                                        .slack = options.slack,
                                        .improve = improve},
                                       budget);
        };
    }
    const Proof proof = branch_and_cut(cut, budget);
    best.lower = proof.lower;
    best.proven = proof.proven;
    return best;
}

// Solves the blocks one by one, smallest first, and puts the whole division together.
template <class SolveBlock>
Division by_blocks(const FrustrationProblem& problem, const Reduced& reduced, const SolveBlock& solve) {
    const std::vector<Block> parts = blocks(reduced.problem);
    std::vector<Sides> sides;
    Division whole{{}, reduced.constant, reduced.constant, true};
    for (std::size_t b = 0; b < parts.size(); ++b) {
        Division part = solve(parts[b], whole, b + 1 == parts.size());
        whole.lower += part.lower;
        whole.upper += part.upper;
        whole.proven = whole.proven && part.proven;
        sides.push_back(std::move(part.side));
    }
    whole.side = join(problem.vertices, parts, sides);
    restore(reduced, whole.side);
    whole.upper = cost_of(problem, whole.side);
    return whole;
}

Reduced untouched(const FrustrationProblem& problem) { return {problem, 0, {}}; }

}  // namespace

Division minimum_frustration(const FrustrationProblem& problem, const FrustrationOptions& options,
                             Budget budget) {
    const Reduced reduced = options.reduce ? reduce(problem) : untouched(problem);
    const Cost unit = std::max<Cost>(1, common_divisor(problem));
    Division whole = by_blocks(problem, reduced, [&](const Block& block, const Division& others, bool last) {
        if (block.problem.vertices <= options.enumerate_up_to) return enumerated(block.problem);
        // Halved weights of the reductions allow costs between multiples of the unit, but not for the sum
        // of all blocks.
        if (last && others.proven) return proven_block(block, unit, -others.upper, options, budget);
        return proven_block(block, common_divisor(block.problem), 0, options, budget);
    });
    whole.steps = budget.steps;
    return whole;
}

Division quick_frustration(const FrustrationProblem& problem, std::uint64_t kicks, std::uint64_t seed) {
    const Reduced reduced = reduce(problem);
    Random random(seed);
    Budget unlimited;
    return by_blocks(problem, reduced, [&](const Block& block, const Division&, bool) {
        const FrustrationProblem& part = block.problem;
        if (part.vertices <= 16) return enumerated(part);
        return searched(part, edge_lists(part), 2, kicks * part.vertices, random, unlimited);
    });
}

}  // namespace entente::balance
