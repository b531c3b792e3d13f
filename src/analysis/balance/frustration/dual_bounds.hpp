// What the dual values of a linear program prove about a covering problem, in whole numbers: weak duality
// holds for any non-negative duals, so that rounding them can only weaken a bound.
#pragma once

#include <span>
#include <vector>

#include "analysis/balance/frustration/branch_and_cut.hpp"

namespace entente::balance {

__extension__ using Wide = __int128;

class DualBounds {
public:
    // Keeps a reference.
    explicit DualBounds(const CutProblem& problem);

    // Linear programs see costs divided by this, so that they lie around 1.
    double unit() const { return unit_; }

    // The bound of `cuts` with these duals (one a cut) where the cases decided hold, in units of 2^-24 of a
    // cost.
    Wide prove(std::span<const Cut> cuts, const double* duals, const std::vector<Case>& cases);

    // By how much the last bound rises when a variable is 1 (negative: when it is 0), in the same units.
    const std::vector<Wide>& reduced_costs() const { return reduced_; }

    static Cost whole(Wide bound);  // rounded up
    Cost lifted(Cost bound) const;  // the least cost that a solution may have if it has at least `bound`
    bool closes(Cost bound) const { return problem_.upper - lifted(bound) <= problem_.slack; }

private:
    const CutProblem& problem_;
    double unit_ = 1;
    std::vector<Wide> reduced_;
};

}  // namespace entente::balance
