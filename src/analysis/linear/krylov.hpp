// The dominant eigenvector of a large non-negative matrix that is given only by what it makes of a vector.
#pragma once

#include <functional>
#include <span>
#include <vector>

#include "base/control.hpp"

namespace entente {

// result = A x; both of the matrix's size, result to be overwritten.
using LinearOperator = std::function<void(std::span<const double> x, std::span<double> result)>;

struct EigenPair {
    double value = 0;
    std::vector<double> vector;  // its largest entry is 1
    double residual = 0;         // |A v − λ v| / (λ |v|)
    bool converged = false;      // the residual is at most 1e-12
};

// The eigenvalue of largest real part of a non-negative matrix, which is its spectral radius, and its
// eigenvector, which is non-negative (Perron 1907, Frobenius 1912), by Arnoldi's method restarted with the
// best vector so far (Saad 1992). `start` is positive. The eigenvalue has to be simple, as it is for a
// connected network. The same digits for any number of threads. Throws Error(Fault::interrupted).
EigenPair dominant_eigenpair(const LinearOperator& apply, std::vector<double> start, const Control& control);

// The same of a symmetric matrix, by Lanczos' method: fewer operations on vectors.
EigenPair dominant_symmetric_eigenpair(const LinearOperator& apply, std::vector<double> start,
                                       const Control& control);

// An eigenvector has no sign of its own: the non-negative one, its largest entry 1. What rounding left below
// zero becomes 0.
void scale_to_largest_one(std::vector<double>& x);

}  // namespace entente
