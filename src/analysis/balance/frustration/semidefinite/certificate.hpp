// What the semidefinite bound proves: dual values rounded to whole numbers, and a factor that shows them
// feasible.
#pragma once

#include <cstddef>
#include <optional>
#include <vector>

#include "analysis/balance/frustration/dual_bounds.hpp"
#include "analysis/balance/frustration/semidefinite/semidefinite_bound.hpp"

namespace entente::balance {

// The bound of the dual values, in whole numbers. With N = 2 diag(D) - C' for C' = S w + sum of prices times
// signs, x'N x >= n times the least eigenvalue of N, of which the exact error of a factorization says how far
// it is below 0 at most.
class Certificate {
public:
    Certificate(const DenseProblem& problem, double unit);

    // A lower bound of the cost; 0 where these dual values prove nothing.
    Cost lower(const DualPoint& dual) const;

private:
    void add(std::vector<Cost>& matrix, std::size_t i, std::size_t j, Cost amount) const;
    std::optional<Cost> below_zero(std::vector<Cost> matrix, double whole) const;
    std::optional<std::vector<Cost>> cholesky(const std::vector<Cost>& matrix) const;
    Cost largest_row_sum(const std::vector<Cost>& matrix, const std::vector<Cost>& factor) const;

    static constexpr int factor_bits = 20;
    const DenseProblem& problem_;
    std::size_t n_;
    double unit_ = 1;
    Cost total_ = 0, scale_ = 1;
};

}  // namespace entente::balance
