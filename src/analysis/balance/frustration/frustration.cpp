#include "analysis/balance/frustration/frustration.hpp"

#include <algorithm>

#include "analysis/balance/frustration/biconnected_blocks.hpp"
#include "analysis/balance/frustration/block_proof.hpp"
#include "analysis/balance/frustration/reduction.hpp"

namespace entente::balance {

namespace {

Division enumerated(const FrustrationProblem& problem) {
    Enumerated found = enumerate(problem);
    return {std::move(found.side), found.cost, found.cost, true};
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
        if (last && others.proven) return proven_block(block, {unit, -others.upper}, options, budget);
        return proven_block(block, {common_divisor(block.problem), 0}, options, budget);
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
        return searched(
            {.problem = part, .lists = edge_lists(part), .starts = 2, .kicks = kicks * part.vertices}, random,
            unlimited);
    });
}

}  // namespace entente::balance
