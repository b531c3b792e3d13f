#include "analysis/balance/walk_balance.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>

#include "analysis/balance/frustration/components.hpp"
#include "base/error.hpp"
#include "base/parallel.hpp"

namespace entente::balance {

namespace {

// diagonal and off-diagonal of a tridiagonal matrix similar to `a`, which is overwritten; off[0] is unused.
// Works on the lower triangle, row by row, so that memory is read in order.
void tridiagonalise(std::vector<double>& a, std::size_t n, std::vector<double>& diagonal,
                    std::vector<double>& off, const Control& control) {
    std::vector<double> p(n);
    for (std::size_t i = n; i-- > 1;) {
        if (i % 32 == 0 && control.stopped()) return;
        double* const v = &a[i * n];
        double norm = 0;
        for (std::size_t k = 0; k + 1 < i; ++k) norm += v[k] * v[k];
        if (norm == 0) {
            off[i] = v[i - 1];
            continue;
        }
        norm += v[i - 1] * v[i - 1];
        const double length = std::sqrt(norm), g = v[i - 1] > 0 ? -length : length;
        off[i] = g;
        const double h = norm - v[i - 1] * g;
        v[i - 1] -= g;
        std::fill(p.begin(), p.begin() + static_cast<std::ptrdiff_t>(i), 0.0);
        for (std::size_t j = 0; j < i;
             ++j) {  // p = A v, each entry of the lower triangle used for both sides
            const double* const row = &a[j * n];
            const double vj = v[j];
            double sum = 0;
            for (std::size_t k = 0; k < j; ++k) {
                sum += row[k] * v[k];
                p[k] += row[k] * vj;
            }
            p[j] += sum + row[j] * vj;
        }
        double f = 0;
        for (std::size_t j = 0; j < i; ++j) {
            p[j] /= h;
            f += p[j] * v[j];
        }
        const double half = f / (2 * h);
        for (std::size_t j = 0; j < i; ++j) p[j] -= half * v[j];
        for (std::size_t j = 0; j < i; ++j) {
            double* const row = &a[j * n];
            const double vj = v[j], pj = p[j];
            for (std::size_t k = 0; k <= j; ++k) row[k] -= vj * p[k] + pj * v[k];
        }
    }
    for (std::size_t i = 0; i < n; ++i) diagonal[i] = a[i * n + i];
}

// The eigenvalues of the tridiagonal matrix, in place of its diagonal.
void ql_implicit(std::vector<double>& d, std::vector<double>& e) {
    const std::size_t n = d.size();
    std::rotate(e.begin(), e.begin() + 1, e.end());
    e[n - 1] = 0;
    for (std::size_t l = 0; l < n; ++l) {
        for (unsigned sweep = 0; sweep < 60; ++sweep) {
            std::size_t m = l;
            while (m + 1 < n && std::abs(e[m]) > std::numeric_limits<double>::epsilon() *
                                                     (std::abs(d[m]) + std::abs(d[m + 1])))
                ++m;
            if (m == l) break;
            double g = (d[l + 1] - d[l]) / (2 * e[l]);
            double r = std::sqrt(g * g + 1);
            g = d[m] - d[l] + e[l] / (g + std::copysign(r, g));
            double s = 1, c = 1, p = 0;
            bool broken = false;
            for (std::size_t i = m; i-- > l;) {
                const double f = s * e[i], b = c * e[i];
                r = std::sqrt(f * f + g * g);
                e[i + 1] = r;
                if (r == 0) {
                    d[i + 1] -= p;
                    e[m] = 0;
                    broken = true;
                    break;
                }
                s = f / r;
                c = g / r;
                g = d[i + 1] - p;
                r = (d[i] - g) * s + 2 * c * b;
                p = s * r;
                d[i + 1] = g + p;
                g = c * r - b;
            }
            if (broken) continue;
            d[l] -= p;
            e[l] = g;
            e[m] = 0;
        }
    }
}

}  // namespace

std::vector<double> symmetric_eigenvalues(std::vector<double> matrix, std::size_t n, const Control& control) {
    std::vector<double> diagonal(n), off(n, 0.0);
    if (n == 0) return diagonal;
    tridiagonalise(matrix, n, diagonal, off, control);
    if (control.stopped()) return {};
    ql_implicit(diagonal, off);
    std::sort(diagonal.begin(), diagonal.end());
    return diagonal;
}

double walk_balance(const FrustrationProblem& problem, const Control& control) {
    const std::vector<std::vector<std::uint32_t>> parts = components(problem);
    std::vector<std::uint32_t> part_of(problem.vertices, 0), place(problem.vertices, 0);
    for (std::uint32_t p = 0; p < parts.size(); ++p) {
        for (std::uint32_t i = 0; i < parts[p].size(); ++i) {
            part_of[parts[p][i]] = p;
            place[parts[p][i]] = i;
        }
    }
    // Two tasks a component: with the signs and without.
    std::vector<std::vector<double>> values(2 * parts.size());
    Control quiet = control;
    quiet.progress = nullptr;
    parallel_blocks(values.size(), quiet, [&](std::size_t task, unsigned) {
        const std::size_t p = task / 2, n = parts[p].size();
        std::vector<double> matrix(n * n, 0.0);
        for (const SignedEdge& e : problem.edges) {
            if (part_of[e.u] != p) continue;
            const double sign = task % 2 == 0 && e.negative() ? -1 : 1;
            matrix[place[e.u] * n + place[e.v]] = matrix[place[e.v] * n + place[e.u]] = sign;
        }
        values[task] = symmetric_eigenvalues(std::move(matrix), n, control);
    });
    double largest = 0;
    for (const auto& list : values) largest = std::max(largest, list.empty() ? 0 : list.back());
    double trace[2] = {0, 0};
    for (std::size_t task = 0; task < values.size(); ++task) {
        for (const double value : values[task]) trace[task % 2] += std::exp(value - largest);
    }
    return parts.empty() ? std::numeric_limits<double>::quiet_NaN() : trace[0] / trace[1];
}

}  // namespace entente::balance
