#include "analysis/balance/frustration/semidefinite/certificate.hpp"

#include <algorithm>
#include <cmath>

namespace entente::balance {

Certificate::Certificate(const DenseProblem& problem, double unit) : problem_(problem), n_(problem.vertices) {
    for (const Cost w : problem.weights) total_ += w < 0 ? -w : w;
    total_ /= 2;
    constexpr double wanted_scale = 1 << 20;
    while (static_cast<double>(scale_) * unit < wanted_scale) scale_ *= 2;
    unit_ = unit;
}

Cost Certificate::lower(const DualPoint& dual) const {
    const double whole = static_cast<double>(scale_) * unit_;
    std::vector<Cost> matrix(n_ * n_);
    for (std::size_t i = 0; i < matrix.size(); ++i) matrix[i] = -scale_ * problem_.weights[i];
    Wide sum = 0;
    for (std::size_t c = 0; c < dual.cuts.size(); ++c) {
        const auto price = static_cast<Cost>(std::max(0.0, dual.prices[c]) * whole);
        sum += price;
        const auto& [i, j, k] = dual.cuts[c].vertex;
        const auto& sign = dual.cuts[c].sign;
        add(matrix, i, j, -sign[0] * price);
        add(matrix, i, k, -sign[1] * price);
        add(matrix, j, k, -sign[2] * price);
    }
    for (std::size_t i = 0; i < n_; ++i) {
        // The diagonal of N is 2 D: what is added for x'x is taken from the bound by half.
        const auto d = static_cast<Cost>(std::ceil(dual.diagonal[i] * whole / 2));
        matrix[i * n_ + i] = 2 * d;
        sum += d;
    }
    const auto below = below_zero(std::move(matrix), whole);
    if (!below) return 0;
    // sum over u < v of S w x_u x_v <= sum + n/2 below, and the cost is (total - that)/2.
    const Wide most = sum + (static_cast<Wide>(n_) * *below + 1) / 2;
    const Wide twice = static_cast<Wide>(total_) * scale_ - most, divisor = 2 * static_cast<Wide>(scale_);
    return twice <= 0 ? 0 : static_cast<Cost>((twice + divisor - 1) / divisor);
}

void Certificate::add(std::vector<Cost>& matrix, std::size_t i, std::size_t j, Cost amount) const {
    matrix[i * n_ + j] += amount;
    matrix[j * n_ + i] += amount;
}

// How far the least eigenvalue may be below 0: a factor of the matrix moved a little, rounded, and the
// largest sum of a row of what it leaves (Gershgorin 1931).
std::optional<Cost> Certificate::below_zero(std::vector<Cost> matrix, double whole) const {
    Cost moved = 0;
    double step = 1e-7 * whole;
    for (unsigned tries = 0; tries < 40; ++tries, step *= 2) {
        const Cost more = static_cast<Cost>(step) + 1;
        moved += more;
        for (std::size_t i = 0; i < n_; ++i) matrix[i * n_ + i] += more;
        if (const auto factor = cholesky(matrix)) return moved + largest_row_sum(matrix, *factor);
    }
    return std::nullopt;
}

// Row by row, times 2^factor_bits, in whole numbers; nothing where a pivot is not positive.
std::optional<std::vector<Cost>> Certificate::cholesky(const std::vector<Cost>& matrix) const {
    std::vector<double> l(n_ * n_, 0.0);
    for (std::size_t i = 0; i < n_; ++i) {
        double* a = l.data() + i * n_;
        for (std::size_t j = 0; j <= i; ++j) {
            const double* b = l.data() + j * n_;
            double sum = static_cast<double>(matrix[i * n_ + j]);
            for (std::size_t k = 0; k < j; ++k) sum -= a[k] * b[k];
            if (i != j) {
                a[j] = sum / b[j];
            } else {
                if (!(sum > 0)) return std::nullopt;
                a[i] = std::sqrt(sum);
            }
        }
    }
    std::vector<Cost> whole(n_ * n_);
    for (std::size_t i = 0; i < l.size(); ++i)
        whole[i] = static_cast<Cost>(std::floor(l[i] * std::exp2(factor_bits) + 0.5));
    return whole;
}

Cost Certificate::largest_row_sum(const std::vector<Cost>& matrix, const std::vector<Cost>& factor) const {
    std::vector<Wide> sums(n_, 0);
    for (std::size_t i = 0; i < n_; ++i) {
        for (std::size_t j = 0; j <= i; ++j) {
            Wide left = static_cast<Wide>(matrix[i * n_ + j]) << (2 * factor_bits);
            for (std::size_t k = 0; k <= j; ++k)
                left -= static_cast<Wide>(factor[i * n_ + k]) * factor[j * n_ + k];
            if (left < 0) left = -left;
            sums[i] += left;
            if (i != j) sums[j] += left;
        }
    }
    const Wide one = Wide{1} << (2 * factor_bits);
    return static_cast<Cost>((*std::ranges::max_element(sums) + one - 1) / one);
}

}  // namespace entente::balance
