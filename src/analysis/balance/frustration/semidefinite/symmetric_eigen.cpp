#include "analysis/balance/frustration/semidefinite/symmetric_eigen.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>

namespace entente::balance {

namespace {

// Householder vectors are kept in the rows of `a`, so that every inner loop runs along a row.
class Solver {
public:
    Solver(std::vector<double> matrix, std::size_t n)
        : n_(n), a_(std::move(matrix)), diagonal_(n), beside_(n + 1, 0.0) {}

    SymmetricEigen run() {
        if (n_ == 0) return {};
        reduce();
        accumulate();
        for (std::size_t l = 0; l < n_; ++l) settle(l);
        return sorted();
    }

private:
    double* row(std::size_t i) { return a_.data() + i * n_; }

    // To tridiagonal form from the last row up: row i keeps its Householder vector, scale_[i] is 2/|v|^2.
    void reduce() {
        scale_.assign(n_, 0.0);
        std::vector<double> p(n_);
        for (std::size_t i = n_ - 1; i > 0; --i) {
            double* v = row(i);
            double norm = 0;
            for (std::size_t k = 0; k < i; ++k) norm += v[k] * v[k];
            norm = std::sqrt(norm);
            diagonal_[i] = v[i];
            beside_[i] = norm;
            if (norm == 0) continue;
            beside_[i] = v[i - 1] > 0 ? -norm : norm;
            const double square = norm * norm - v[i - 1] * beside_[i];  // |v|^2 / 2
            v[i - 1] -= beside_[i];
            scale_[i] = 1 / square;
            for (std::size_t k = 0; k < i; ++k) p[k] = 0;
            for (std::size_t j = 0; j < i; ++j) {  // the lower half holds the matrix
                const double* r = row(j);
                double sum = 0;
                for (std::size_t k = 0; k < j; ++k) {
                    sum += r[k] * v[k];
                    p[k] += r[k] * v[j];
                }
                p[j] += sum + r[j] * v[j];
            }
            double along = 0;
            for (std::size_t k = 0; k < i; ++k) {
                p[k] *= scale_[i];
                along += p[k] * v[k];
            }
            along *= scale_[i] / 2;
            for (std::size_t k = 0; k < i; ++k) p[k] -= along * v[k];
            for (std::size_t j = 0; j < i; ++j) {
                double* r = row(j);
                for (std::size_t k = 0; k <= j; ++k) r[k] -= v[j] * p[k] + p[j] * v[k];
            }
        }
        diagonal_[0] = row(0)[0];
    }

    // vectors_: the transposed product of the reflections.
    void accumulate() {
        vectors_.assign(n_ * n_, 0.0);
        for (std::size_t i = 0; i < n_; ++i) vectors_[i * n_ + i] = 1;
        std::vector<double> sums(n_);
        for (std::size_t i = 1; i < n_; ++i) {
            if (scale_[i] == 0) continue;
            const double* v = row(i);
            // From the right: each row loses what it has along v, twice.
            for (std::size_t r = 0; r < n_; ++r) {
                double* w = vectors_.data() + r * n_;
                double dot = 0;
                for (std::size_t k = 0; k < i; ++k) dot += v[k] * w[k];
                dot *= scale_[i];
                for (std::size_t k = 0; k < i; ++k) w[k] -= dot * v[k];
            }
        }
        for (std::size_t i = 1; i < n_; ++i) beside_[i - 1] = beside_[i];
        beside_[n_ - 1] = 0;
    }

    void settle(std::size_t l) {
        constexpr double least = std::numeric_limits<double>::epsilon();
        for (unsigned round = 0; round < 60; ++round) {
            std::size_t m = l;
            while (m + 1 < n_ &&
                   std::abs(beside_[m]) > least * (std::abs(diagonal_[m]) + std::abs(diagonal_[m + 1])))
                ++m;
            if (m == l) return;
            double g = (diagonal_[l + 1] - diagonal_[l]) / (2 * beside_[l]);
            double r = std::sqrt(g * g + 1);
            g = diagonal_[m] - diagonal_[l] + beside_[l] / (g + (g < 0 ? -r : r));
            double s = 1, c = 1, p = 0;
            std::size_t i = m;
            bool underflow = false;
            while (i-- > l) {
                double f = s * beside_[i];
                const double b = c * beside_[i];
                r = std::sqrt(f * f + g * g);
                beside_[i + 1] = r;
                if (r == 0) {
                    diagonal_[i + 1] -= p;
                    beside_[m] = 0;
                    underflow = true;
                    break;
                }
                s = f / r;
                c = g / r;
                g = diagonal_[i + 1] - p;
                r = (diagonal_[i] - g) * s + 2 * c * b;
                p = s * r;
                diagonal_[i + 1] = g + p;
                g = c * r - b;
                double* low = vectors_.data() + i * n_;
                double* high = low + n_;
                for (std::size_t k = 0; k < n_; ++k) {
                    f = high[k];
                    high[k] = s * low[k] + c * f;
                    low[k] = c * low[k] - s * f;
                }
            }
            if (underflow) continue;
            diagonal_[l] -= p;
            beside_[l] = g;
            beside_[m] = 0;
        }
    }

    SymmetricEigen sorted() const {
        std::vector<std::size_t> order(n_);
        std::iota(order.begin(), order.end(), std::size_t{0});
        std::ranges::stable_sort(order, {}, [&](std::size_t i) { return diagonal_[i]; });
        SymmetricEigen result;
        for (const std::size_t i : order) {
            result.values.push_back(diagonal_[i]);
            result.vectors.insert(result.vectors.end(),
                                  vectors_.begin() + static_cast<std::ptrdiff_t>(i * n_),
                                  vectors_.begin() + static_cast<std::ptrdiff_t>((i + 1) * n_));
        }
        return result;
    }

    std::size_t n_;
    std::vector<double> a_, diagonal_, beside_, scale_, vectors_;
};

}  // namespace

SymmetricEigen symmetric_eigen(std::vector<double> matrix, std::size_t n) {
    return Solver(std::move(matrix), n).run();
}

}  // namespace entente::balance
