// All eigenvalues and eigenvectors of a small symmetric matrix.
#pragma once

#include <cstddef>
#include <vector>

namespace entente::balance {

struct SymmetricEigen {
    std::vector<double> values;   // ascending
    std::vector<double> vectors;  // row i: the eigenvector of values[i]
};

// Of the n x n matrix, row by row: Householder's reduction to a tridiagonal matrix and the implicit QL method
// (Martin, Reinsch & Wilkinson 1968; Bowdler et al. 1968). O(n^3), only sums, products and square roots, so
// that every processor gives the same digits. Its accuracy is not relied upon where something is proven.
SymmetricEigen symmetric_eigen(std::vector<double> matrix, std::size_t n);

}  // namespace entente::balance
