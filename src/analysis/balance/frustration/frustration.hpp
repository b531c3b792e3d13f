// The frustration index with its certificate: the least cost of a division into two sides, the division, and
// a proven lower bound.
#pragma once

#include "analysis/balance/frustration/branch_and_cut.hpp"

namespace entente::balance {

struct FrustrationOptions {
    std::uint64_t seed = 1;
    Cost slack = 0;                      // see CutProblem
    std::uint32_t enumerate_up_to = 16;  // vertices of a block that is solved by trying all divisions
    bool reduce = true;
    Sides start = {};  // a division to begin with, by vertex: kept unless a better one is found
};

struct Division {
    Sides side;
    Cost upper = 0, lower = 0;  // cost of `side`; proven lower bound
    bool proven = false;
    std::uint64_t steps = 0;  // of the budget that the proof took
};

// Reduces the problem, solves each biconnected block by itself (costs of blocks add up: Zaslavsky) by
// enumeration or by local search, cutting planes and branching, and puts the sides together again. Stops with
// the bounds reached when the budget is spent.
Division minimum_frustration(const FrustrationProblem& problem, const FrustrationOptions& options,
                             Budget budget);

// The best division that reductions, enumeration of small blocks and local search of `kicks` kicks a vertex
// find; proven where that proves it (all blocks small or without frustration).
Division quick_frustration(const FrustrationProblem& problem, std::uint64_t kicks, std::uint64_t seed);

}  // namespace entente::balance
