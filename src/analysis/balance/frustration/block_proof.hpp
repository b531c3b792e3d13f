// The least cost of a division of one block: local search, then cutting planes and branching, helped by
// semidefinite bounds.
#pragma once

#include "analysis/balance/frustration/biconnected_blocks.hpp"
#include "analysis/balance/frustration/frustration.hpp"
#include "base/random.hpp"

namespace entente::balance {

struct LocalSearches {
    const FrustrationProblem& problem;
    const EdgeLists& lists;
    unsigned starts = 0;  // from everybody on one side, then from random divisions
    std::uint64_t kicks = 0;
    Sides known = {};  // comes before them: as it is after descent, and as where a search starts
};

// The best division of several local searches; proven where it costs nothing.
Division searched(const LocalSearches& searches, Random& random, Budget& budget);

// Costs of divisions are `remainder` modulo `divisor`.
struct Residue {
    Cost divisor = 1, remainder = 0;
};

Division proven_block(const Block& block, const Residue& residue, const FrustrationOptions& options,
                      Budget& budget);

}  // namespace entente::balance
