// Linear equations with a symmetric positive matrix that is given only by what it makes of a vector.
#pragma once

#include "analysis/linear/krylov.hpp"

namespace entente {

struct Solution {
    std::vector<double> x;
    double residual = 0;  // |b − A x| / |b|, recomputed at the end
};

// A x = b by conjugate gradients (Hestenes & Stiefel 1952), as far as doubles carry. Where A is singular and
// b in its range, the solution of least length. The same digits for any number of threads. Throws
// Error(Fault::interrupted).
Solution conjugate_gradient(const LinearOperator& apply, const std::vector<double>& b,
                            const Control& control);

}  // namespace entente
