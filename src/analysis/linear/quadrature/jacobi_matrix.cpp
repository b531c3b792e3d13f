#include "analysis/linear/quadrature/jacobi_matrix.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <span>

#include "base/portable_math.hpp"

namespace entente {

namespace {

constexpr double longest_step = 32;  // e^32 and the terms of its series are far from the ends of the doubles

// x ← e^B x by the series, for a tridiagonal B and an x without negative entries, |B| at most `size`.
void times_exponential(std::span<const double> diagonal, std::span<const double> beside, double scale,
                       double size, std::vector<double>& x) {
    constexpr double negligible = 1e-18;
    std::vector<double> term = x, next(x.size());
    for (double power = 1;; ++power) {
        const double factor = scale / power;
        bool matters = power < 2 * size;  // from there on each term is at most half of the one before
        for (std::size_t k = 0; k < x.size(); ++k) {
            double entry = diagonal[k] * term[k];
            if (k > 0) entry += beside[k - 1] * term[k - 1];
            if (k + 1 < x.size()) entry += beside[k] * term[k + 1];
            next[k] = entry * factor;
            x[k] += next[k];
            // Of every entry: one that is small now may be what counts in the end.
            matters = matters || next[k] > negligible * x[k];
        }
        std::swap(term, next);
        if (!matters) break;
    }
}

// The upper left entry of e^(T − shift): |e^((T − shift)/2) e₁|². With the least diagonal entry taken from
// all of them T has no negative entry, and nothing is subtracted anywhere.
double corner_of_exponential(std::vector<double> diagonal, std::span<const double> beside, double shift) {
    const std::size_t n = diagonal.size();
    const double least = std::min(0.0, *std::min_element(diagonal.begin(), diagonal.end()));
    double size = 0;
    for (std::size_t k = 0; k < n; ++k) {
        diagonal[k] -= least;
        size = std::max(size, diagonal[k] + (k > 0 ? beside[k - 1] : 0) + (k + 1 < n ? beside[k] : 0));
    }
    const double down = shift - least;
    const double steps = std::max(1.0, std::ceil(std::max(size, down) / 2 / longest_step));
    const double scale = 1 / (2 * steps), damping = portable_exp(-down * scale);
    std::vector<double> x(n, 0);
    x[0] = 1;
    for (double step = 0; step < steps; ++step) {
        times_exponential(diagonal, beside, scale, size * scale, x);
        for (double& entry : x) entry *= damping;
    }
    double squares = 0;
    for (const double entry : x) squares += entry * entry;
    return squares;
}

// The diagonal entry that, put below the matrix, gives it the eigenvalue `radius` (Golub 1973); nan where
// that is too near to those it has.
double radau_entry(const JacobiMatrix& jacobi, double radius) {
    double pivot = 0;
    for (std::size_t k = 0; k < jacobi.diagonal.size(); ++k) {
        const double before = k > 0 ? jacobi.beside[k - 1] * jacobi.beside[k - 1] / pivot : 0;
        pivot = radius - jacobi.diagonal[k] - before;
        if (!(pivot > 0)) return std::numeric_limits<double>::quiet_NaN();
    }
    return radius - jacobi.beside.back() * jacobi.beside.back() / pivot;
}

}  // namespace

Bounds exponential_bounds(const JacobiMatrix& jacobi, double radius, double shift) {
    constexpr double most_below = -8;  // radii: a series of more terms than the bound is worth
    Bounds bounds;
    bounds.lower = corner_of_exponential(jacobi.diagonal, jacobi.beside, shift);
    if (jacobi.beside.back() == 0) return {bounds.lower, bounds.lower};
    const double entry = radau_entry(jacobi, radius);
    if (!(entry >= most_below * radius)) return bounds;
    std::vector<double> extended = jacobi.diagonal;
    extended.push_back(entry);
    bounds.upper = std::max(bounds.lower, corner_of_exponential(std::move(extended), jacobi.beside, shift));
    return bounds;
}

std::string within_share(double share) {
    constexpr double rounding = 1e-12;
    int exponent = -12;
    double unit = rounding;
    while (share > 9 * unit) unit *= 10, ++exponent;
    return fmt::format("each value within {:.0f}e{:+03} of itself", std::max(1.0, std::ceil(share / unit)),
                       exponent);
}

}  // namespace entente
