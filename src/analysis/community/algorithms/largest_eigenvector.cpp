#include "analysis/community/algorithms/largest_eigenvector.hpp"

#include <algorithm>
#include <cmath>

#include "base/random.hpp"

namespace entente::community {

namespace {

using Vector = std::vector<double>;

double dot(std::span<const double> a, std::span<const double> b) {
    double sum = 0;
    for (std::size_t i = 0; i < a.size(); ++i) sum += a[i] * b[i];
    return sum;
}

void scale(Vector& v, double factor) {
    for (double& x : v) x *= factor;
}

// How many eigenvalues of the tridiagonal matrix lie above x (Sturm's sequence).
int eigenvalues_above(const Vector& diagonal, const Vector& beside, double x) {
    int above = 0;
    double pivot = 1;
    for (std::size_t i = 0; i < diagonal.size(); ++i) {
        pivot = diagonal[i] - x - (i > 0 ? beside[i - 1] * beside[i - 1] / pivot : 0);
        if (pivot == 0) pivot = -1e-300;
        above += pivot > 0 ? 1 : 0;
    }
    return above;
}

double largest_eigenvalue(const Vector& diagonal, const Vector& beside) {
    double low = diagonal[0], high = diagonal[0];
    for (std::size_t i = 0; i < diagonal.size(); ++i) {
        const double radius =
            (i > 0 ? std::abs(beside[i - 1]) : 0) + (i + 1 < diagonal.size() ? std::abs(beside[i]) : 0);
        low = std::min(low, diagonal[i] - radius);
        high = std::max(high, diagonal[i] + radius);
    }
    for (int i = 0; i < 200 && high - low > 1e-15 * std::max(std::abs(high), std::abs(low)); ++i) {
        const double middle = low + (high - low) / 2;
        (eigenvalues_above(diagonal, beside, middle) > 0 ? low : high) = middle;
    }
    return high;
}

// Inverse iteration just above the largest eigenvalue, where the shifted matrix is negative definite and
// elimination needs no pivots.
Vector tridiagonal_eigenvector(const Vector& diagonal, const Vector& beside, double eigenvalue) {
    const std::size_t k = diagonal.size();
    const double shift = eigenvalue + 1e-13 * std::max(1e-300, std::abs(eigenvalue));
    Vector x(k, 1), pivot(k);
    for (int iteration = 0; iteration < 4; ++iteration) {
        for (std::size_t i = 0; i < k; ++i) {
            pivot[i] = diagonal[i] - shift - (i > 0 ? beside[i - 1] * beside[i - 1] / pivot[i - 1] : 0);
            if (pivot[i] >= 0) pivot[i] = -1e-300;
            if (i > 0) x[i] -= beside[i - 1] / pivot[i - 1] * x[i - 1];
        }
        for (std::size_t i = k; i-- > 0;) x[i] = (x[i] - (i + 1 < k ? beside[i] * x[i + 1] : 0)) / pivot[i];
        double largest = 0;
        for (const double value : x) largest = std::max(largest, std::abs(value));
        scale(x, 1 / largest);
    }
    scale(x, 1 / std::sqrt(dot(x, x)));
    return x;
}

}  // namespace

Vector largest_eigenvector(std::size_t size,
                           const std::function<void(std::span<const double>, std::span<double>)>& multiply,
                           const Control& control) {
    constexpr std::size_t most_steps = 60;
    constexpr int most_restarts = 60;
    const std::size_t steps = std::min(size, most_steps);
    Random random(1);
    Vector start(size), product(size);
    for (double& x : start) x = random.uniform() - 0.5;
    for (int restart = 0; restart < most_restarts; ++restart) {
        std::vector<Vector> basis;
        Vector diagonal, beside;
        double left = 0;  // length of what the basis does not hold of the last product
        while (basis.size() < steps) {
            control.checkpoint();
            basis.push_back(start);
            scale(basis.back(), 1 / std::sqrt(dot(start, start)));
            multiply(basis.back(), product);
            diagonal.push_back(dot(basis.back(), product));
            for (int twice = 0; twice < 2; ++twice) {
                for (const Vector& b : basis) {
                    const double share = dot(b, product);
                    for (std::size_t i = 0; i < size; ++i) product[i] -= share * b[i];
                }
            }
            left = std::sqrt(dot(product, product));
            if (left <= 1e-12 * std::abs(diagonal.front()) + 1e-300) break;
            if (basis.size() < steps) beside.push_back(left);
            start = product;
        }
        const double eigenvalue = largest_eigenvalue(diagonal, beside);
        const Vector weights = tridiagonal_eigenvector(diagonal, beside, eigenvalue);
        start.assign(size, 0);
        for (std::size_t b = 0; b < basis.size(); ++b) {
            for (std::size_t i = 0; i < size; ++i) start[i] += weights[b] * basis[b][i];
        }
        if (basis.size() == size || left * std::abs(weights.back()) <= 1e-9 * std::abs(eigenvalue)) break;
    }
    const auto first = std::find_if(start.begin(), start.end(), [](double x) { return std::abs(x) > 1e-8; });
    if (first != start.end() && *first < 0) scale(start, -1);
    return start;
}

}  // namespace entente::community
