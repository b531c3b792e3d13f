// The line index of clusterability: any number of blocs with the least cost of positive ties between and
// negative ties within (Davis 1967; Doreian & Mrvar 1996); the same as correlation clustering (Bansal, Blum &
// Chawla 2004).
#pragma once

#include "analysis/balance/frustration/branch_and_cut.hpp"

namespace entente::balance {

struct Blocs {
    std::vector<std::uint32_t>
        bloc;  // vertex -> bloc, numbered by their first vertices, each connected by positive edges
    Cost upper = 0, lower = 0;
    bool proven = false;
};

// Local search with restarts in every biconnected block, then cutting planes (every cycle with one negative
// tie holds an error) and branching, within the budget.
Blocs fewest_errors(const FrustrationProblem& problem, std::uint64_t seed, Budget budget);

// What the positive edges between and the negative edges within blocs cost.
Cost errors_of(const FrustrationProblem& problem, const std::vector<std::uint32_t>& bloc);

}  // namespace entente::balance
