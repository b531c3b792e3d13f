// What all best divisions into two sides have in common: who stands with whom, or against whom, in every one
// of them.
#pragma once

#include <optional>

#include "analysis/balance/frustration/branch_and_cut.hpp"

namespace entente::balance {

struct FrozenCore {
    // 1: some best division puts the vertex on the other side of its component's core than `optimum` does.
    // The core is the largest set of vertices whose sides towards each other are the same in all best
    // divisions; of equally large ones the one with the first vertex.
    std::vector<std::uint8_t> contested;
    bool exact = true;                    // else more vertices may be contested than was found
    std::optional<std::uint64_t> optima;  // best divisions, those that mirror a component counted once; only
                                          // where every block is small
};

// Best divisions of blocks combine freely, so that each block is looked at by itself: one of up to
// `try_up_to` vertices by trying all divisions; in a larger one, best divisions that differ from those known
// are looked for, as minimum_frustration() proves, until there is none or the budget is spent. `optimum` must
// be a division of least cost. `canceled` pairs make one component of what they join, whose parts may be
// turned towards each other at no cost.
FrozenCore settled_sides(const FrustrationProblem& problem, std::span<const VertexPair> canceled,
                         const Sides& optimum, std::uint64_t seed, const Budget& budget,
                         std::uint32_t try_up_to = 20);

}  // namespace entente::balance
