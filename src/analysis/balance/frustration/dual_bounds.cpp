#include "analysis/balance/frustration/dual_bounds.hpp"

#include <algorithm>
#include <cmath>

namespace entente::balance {

namespace {

constexpr int dual_bits = 24;  // duals are rounded down to multiples of 2^-24 of the unit cost

}  // namespace

DualBounds::DualBounds(const CutProblem& problem) : problem_(problem) {
    double sum = 0;
    for (const Cost c : problem.costs) sum += static_cast<double>(c);
    unit_ = std::max(
        1.0,
        std::exp2(std::floor(std::log2(sum / std::max(1.0, static_cast<double>(problem.costs.size()))))));
}

Wide DualBounds::prove(std::span<const Cut> cuts, const double* duals, const std::vector<Case>& cases) {
    reduced_.resize(problem_.costs.size());
    for (std::size_t i = 0; i < reduced_.size(); ++i)
        reduced_[i] = static_cast<Wide>(problem_.costs[i]) << dual_bits;
    Wide bound = 0;
    for (std::size_t r = 0; r < cuts.size(); ++r) {
        const double scaled = std::floor(duals[r] * unit_ * std::exp2(dual_bits));
        if (!(scaled > 0) || scaled > std::exp2(100)) continue;
        const auto dual = static_cast<Wide>(scaled);
        bound += dual * cuts[r].bound;
        for (const auto& [variable, coefficient] : cuts[r].terms) reduced_[variable] -= dual * coefficient;
    }
    for (std::size_t i = 0; i < reduced_.size(); ++i) {
        if (cases[i] == Case::one || (cases[i] == Case::open && reduced_[i] < 0)) bound += reduced_[i];
    }
    return bound;
}

Cost DualBounds::whole(Wide bound) {
    const Wide one = Wide{1} << dual_bits;
    return static_cast<Cost>(bound > 0 ? (bound + one - 1) / one : -(-bound / one));
}

Cost DualBounds::lifted(Cost bound) const {
    const Cost over = ((bound - problem_.remainder) % problem_.divisor + problem_.divisor) % problem_.divisor;
    return over == 0 ? bound : bound + problem_.divisor - over;
}

}  // namespace entente::balance
