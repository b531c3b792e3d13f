// The balance of closed walks of every length.
#pragma once

#include "analysis/balance/frustration/frustration_problem.hpp"
#include "base/control.hpp"

namespace entente::balance {

// trace exp(A) / trace exp(|A|) of the matrix A of signs (Estrada & Benzi 2014): 1 when balanced; nan without
// edges. Weights do not count, only signs. O(n³) of the largest component; all eigenvalues are computed.
// Throws Error(Fault::interrupted).
double walk_balance(const FrustrationProblem& problem, const Control& control);

// All eigenvalues of a symmetric matrix (row by row, n × n), ascending: Householder's reduction to a
// tridiagonal matrix, then the QL method with implicit shifts (Bowdler, Martin, Reinsch & Wilkinson 1968).
std::vector<double> symmetric_eigenvalues(std::vector<double> matrix, std::size_t n, const Control& control);

}  // namespace entente::balance
