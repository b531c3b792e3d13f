// The largest eigenvalues of a small symmetric tridiagonal matrix.
#pragma once

#include <span>
#include <vector>

namespace entente {

struct TopOfTridiagonal {
    double largest = 0, second = 0;  // second is −∞ where the matrix has one row
    std::vector<double>
        vector;  // of the largest, length 1, its entries of one sign where `beside` is positive
};

// `beside[k]` stands between diagonal[k] and diagonal[k + 1]. By bisection on Sturm's count (Givens 1954) and
// inverse iteration.
TopOfTridiagonal top_of_tridiagonal(std::span<const double> diagonal, std::span<const double> beside);

}  // namespace entente
