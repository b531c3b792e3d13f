#include "analysis/linear/tridiagonal.hpp"

#include <algorithm>
#include <cmath>
#include <limits>

#include "analysis/linear/linear.hpp"

namespace entente {

namespace {

constexpr double smallest_pivot = 1e-300;

// How many eigenvalues are above x: as many as x − T has negative pivots.
std::size_t above(std::span<const double> diagonal, std::span<const double> beside, double x) {
    std::size_t count = 0;
    double pivot = 1;
    for (std::size_t k = 0; k < diagonal.size(); ++k) {
        pivot = x - diagonal[k] - (k > 0 ? beside[k - 1] * beside[k - 1] / pivot : 0);
        if (std::abs(pivot) < smallest_pivot) pivot = smallest_pivot;
        if (pivot < 0) ++count;
    }
    return count;
}

// The smallest x found with at most `rank` eigenvalues above it.
double bisected(std::span<const double> diagonal, std::span<const double> beside, std::size_t rank,
                double low, double high) {
    for (int step = 0; step < 64; ++step) {
        const double middle = low + (high - low) / 2;
        if (!(middle > low && middle < high)) break;
        (above(diagonal, beside, middle) <= rank ? high : low) = middle;
    }
    return high;
}

// x ← (value − T)⁻¹ x, scaled to length 1; value is not below the largest eigenvalue, so that no pivot has to
// be sought.
void sharpen(std::span<const double> diagonal, std::span<const double> beside, double value,
             std::vector<double>& x) {
    const std::size_t n = diagonal.size();
    const double floor = std::max(std::abs(value), 1.0) * std::numeric_limits<double>::epsilon();
    std::vector<double> pivot(n);
    for (std::size_t k = 0; k < n; ++k) {
        pivot[k] = value - diagonal[k] - (k > 0 ? beside[k - 1] * beside[k - 1] / pivot[k - 1] : 0);
        pivot[k] = std::max(pivot[k], floor);
        if (k > 0) x[k] += beside[k - 1] / pivot[k - 1] * x[k - 1];
    }
    for (std::size_t k = n; k-- > 0;) {
        if (k + 1 < n) x[k] += beside[k] * x[k + 1];
        x[k] /= pivot[k];
    }
    const double length = norm(x);
    for (double& entry : x) entry /= length;
}

}  // namespace

TopOfTridiagonal top_of_tridiagonal(std::span<const double> diagonal, std::span<const double> beside) {
    double low = std::numeric_limits<double>::infinity(), high = -low;
    for (std::size_t k = 0; k < diagonal.size(); ++k) {
        const double radius =
            (k > 0 ? std::abs(beside[k - 1]) : 0) + (k + 1 < diagonal.size() ? std::abs(beside[k]) : 0);
        low = std::min(low, diagonal[k] - radius);
        high = std::max(high, diagonal[k] + radius);
    }
    TopOfTridiagonal top;
    top.largest = bisected(diagonal, beside, 0, low, high);
    top.second = diagonal.size() > 1 ? bisected(diagonal, beside, 1, low, top.largest)
                                     : -std::numeric_limits<double>::infinity();
    top.vector.assign(diagonal.size(), 1);
    for (int pass = 0; pass < 3; ++pass) sharpen(diagonal, beside, top.largest, top.vector);
    return top;
}

}  // namespace entente
