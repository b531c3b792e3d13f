// The first part of a proof: cuts and a bound from linear programs that are solved only nearly, which is a
// hundred times as fast as solving them and often all that is needed.
#pragma once

#include "analysis/balance/frustration/dual_bounds.hpp"

namespace entente::balance {

struct Approached {
    std::vector<Cut> cuts;  // that a linear program to go on with should have
    Cost lower = 0;         // proven
    std::uint64_t rounds = 0;
};

// Separates and solves nearly, in turns, until the bound closes the problem, gets no better or the budget is
// spent.
Approached approach(CutProblem& problem, DualBounds& bounds, std::vector<Cut> first_cuts, Budget& budget);

}  // namespace entente::balance
