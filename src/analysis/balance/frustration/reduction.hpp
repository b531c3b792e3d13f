// Making a frustration problem smaller without changing its optimum, in the spirit of the data reductions of
// Hüffner, Betzler & Niedermeier (2010).
#pragma once

#include <utility>

#include "analysis/balance/frustration/frustration_problem.hpp"

namespace entente::balance {

// A vertex whose best side follows from its neighbors'.
struct RemovedVertex {
    std::uint32_t vertex = 0;
    std::vector<std::pair<std::uint32_t, Cost>> neighbors;  // signed weights
};

struct Reduced {
    FrustrationProblem problem;          // over the same vertex numbers; removed ones have no edges
    Cost constant = 0;                   // least cost of the original = constant + least cost of the problem
    std::vector<RemovedVertex> removed;  // in the order of removal
};

// Applies two rules until neither fits:
//  * a vertex one of whose ties outweighs or equals all its others together (so every vertex with one or two
//  ties) can always
//    agree with that tie: it is merged with the neighbor, parallel ties are netted and what they cancel is
//    paid;
//  * a vertex with three ties is replaced by a triangle among its neighbors that costs the same for each of
//  their divisions;
//    skipped where its weights would not be whole.
Reduced reduce(const FrustrationProblem& problem);

// Gives the removed vertices their best sides, last removed first; sides of the reduced problem's vertices
// must be set.
void restore(const Reduced& reduced, Sides& side);

}  // namespace entente::balance
