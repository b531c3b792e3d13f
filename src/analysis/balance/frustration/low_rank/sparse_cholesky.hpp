// Whether a sparse symmetric matrix is positive definite: rows of few entries are eliminated first (minimum
// degree: Tinney & Walker 1967), and what has become dense is factored as a dense matrix.
#pragma once

#include <cstdint>
#include <utility>
#include <vector>

#include "analysis/balance/frustration/branch_and_cut.hpp"

namespace entente::balance {

struct SparseSymmetric {
    using Entry = std::pair<std::uint32_t, double>;  // column, value
    std::vector<double> diagonal;
    std::vector<std::vector<Entry>> rows;  // what stands beside the diagonal, ascending, in both rows
};

// True only if Cholesky's factorization in doubles runs to its end. Then the matrix A itself has x'A x >=
// -rounding_of_cholesky(A) for every x of entries 1 and -1. Nothing where that would take more than is left
// of the budget, or more than some hundred megabytes.
std::optional<bool> runs_to_the_end(SparseSymmetric matrix, Budget& budget);

// By how much rounding may have hidden that A is not positive definite (Demmel 1989; Rump 2006): a factor
// that was found is exactly that of A + E with |E_ij| <= g sqrt(a_ii a_jj), g about (n + 2) 2^-53, so that
// |x'E x|
// <= g n trace(A). Twice that.
double rounding_of_cholesky(const SparseSymmetric& matrix);

}  // namespace entente::balance
