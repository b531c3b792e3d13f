// Lower bounds of large sparse frustration problems from their semidefinite relaxation (Goemans & Williamson
// 1995), where cycles through many ties say little: networks of thousands of actors with much noise.
//
// A bound is never what the floating-point solver says: the dual values are rounded to whole numbers, and
// that they are feasible is shown by a Cholesky factor and a bound of what rounding may have hidden.
#pragma once

#include <functional>

#include "analysis/balance/frustration/branch_and_cut.hpp"
#include "base/random.hpp"

namespace entente::balance {

struct LowRankTask {
    const FrustrationProblem& problem;  // connected
    const EdgeLists& lists;
    unsigned cuts = 0;  // divisions to be suggested
    std::function<void(Sides)> suggest = {};
};

// A lower bound of the cost of every division; 0 where the budget, the size of the factor or the vectors
// allow none.
Cost low_rank_bound(const LowRankTask& task, Random& random, Budget& budget);

}  // namespace entente::balance
