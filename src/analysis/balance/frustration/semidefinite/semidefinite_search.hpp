// Proofs for dense blocks: semidefinite bounds, and where they leave a gap, pairs of vertices put on one side
// or on two (Rendl, Rinaldi & Wiegele 2010).
#pragma once

#include <functional>

#include "analysis/balance/frustration/branch_and_cut.hpp"

namespace entente::balance {

// Blocks for which a bound is a matter of seconds.
bool takes_semidefinite_bounds(const FrustrationProblem& problem);

struct SemidefiniteTask {
    const FrustrationProblem& problem;
    Cost upper = 0;                              // of a division known
    Cost lower = 0;                              // proven
    Cost divisor = 1, remainder = 0, slack = 0;  // as of CutProblem
    // Betters the division if it can; the cost of the best one known. Called with divisions that the bounds
    // suggest.
    std::function<Cost(Sides)> improve;
};

// Best bounds first, until all is closed or the budget is spent. Nothing where the first bound is not above
// task.lower: cycles do better then.
std::optional<Proof> semidefinite_search(SemidefiniteTask task, Budget& budget);

}  // namespace entente::balance
