// What a few steps of Lanczos' method say of a diagonal entry of a matrix function: the measure of the matrix
// seen from one actor, and the quadrature rules that bound the integral over it.
#pragma once

#include <limits>
#include <string>
#include <vector>

namespace entente {

struct Bounds {
    double lower = 0, upper = std::numeric_limits<double>::infinity();
    double middle() const { return lower + (upper - lower) / 2; }
    double half_gap() const { return (upper - lower) / 2; }
};

// The symmetric tridiagonal matrix that k steps from a unit vector e leave: its upper left entry of any
// function is that of the whole matrix by Gauss' rule.
struct JacobiMatrix {
    std::vector<double> diagonal;  // k entries
    std::vector<double> beside;  // between them, and one more: what the next step would put beside the last.
                                 // 0 there: the steps have seen all there is
};

// eᵀ e^(A − shift) e: Gauss' rule is below, Gauss and Radau's with a node at `radius`, which no eigenvalue of
// A is above, is at or above (Golub & Meurant 2010, 6.2), all but for rounding. Either is a sum of terms
// that are not negative, so that no digit is lost to cancellation. The upper bound is infinite where `radius`
// is too near to an eigenvalue for a rule. `shift` is not negative. The same digits on every processor.
Bounds exponential_bounds(const JacobiMatrix& jacobi, double radius, double shift);

// "each value within 3e-12 of itself", the share rounded up; never less than what rounding may make of it.
std::string within_share(double share);

}  // namespace entente
