#include "analysis/linear/wide_range.hpp"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <limits>

namespace entente {

namespace {

// 64 bits of digits or more, and exponents that no chain of strengths leaves.
using Real = long double;

// Rows of numbers, as many columns as rows.
class Square {
public:
    explicit Square(std::size_t size) : size_(size), cells_(size * size, 0) {}
    std::size_t size() const { return size_; }
    Real& operator()(std::size_t row, std::size_t column) { return cells_[row * size_ + column]; }
    Real operator()(std::size_t row, std::size_t column) const { return cells_[row * size_ + column]; }

private:
    std::size_t size_;
    std::vector<Real> cells_;
};

// The mean of the cycle whose arcs have the largest geometric mean, as a logarithm of base 2 (Karp 1978).
Real strongest_cycle(const Square& logs) {
    const std::size_t n = logs.size();
    constexpr Real none = -std::numeric_limits<Real>::infinity();
    std::vector<std::vector<Real>> walk(n + 1, std::vector<Real>(n, none));
    walk[0][0] = 0;
    for (std::size_t k = 0; k < n; ++k) {
        for (std::size_t i = 0; i < n; ++i) {
            for (std::size_t j = 0; j < n; ++j)
                walk[k + 1][i] = std::max(walk[k + 1][i], walk[k][j] + logs(i, j));
        }
    }
    Real best = none;
    for (std::size_t i = 0; i < n; ++i) {
        if (walk[n][i] == none) continue;
        Real least = std::numeric_limits<Real>::infinity();
        for (std::size_t k = 0; k < n; ++k) {
            if (walk[k][i] != none)
                least = std::min(least, (walk[n][i] - walk[k][i]) / static_cast<Real>(n - k));
        }
        best = std::max(best, least);
    }
    return best;
}

// Powers of two d such that A_ij d_j / d_i is at most about 2^mean everywhere: the heaviest walks from each
// row once no cycle is heavier than 0.
std::vector<int> potentials(const Square& logs, Real mean) {
    const std::size_t n = logs.size();
    std::vector<Real> height(n, 0);
    for (std::size_t round = 0; round < n; ++round) {
        for (std::size_t i = 0; i < n; ++i) {
            for (std::size_t j = 0; j < n; ++j)
                height[i] = std::max(height[i], logs(i, j) - mean + height[j]);
        }
    }
    std::vector<int> powers;
    for (const Real one : height) powers.push_back(static_cast<int>(std::lround(one)));
    return powers;
}

// Solves (shift - matrix) x = right by elimination without exchanges, which no such matrix needs whose
// eigenvalues are below the shift. False where rounding has made a pivot 0 or less.
bool solve(const Square& matrix, Real shift, std::vector<Real> right, std::vector<Real>& x) {
    const std::size_t n = matrix.size();
    Square rest(n);
    for (std::size_t i = 0; i < n; ++i) {
        for (std::size_t j = 0; j < n; ++j) rest(i, j) = -matrix(i, j);
        rest(i, i) += shift;
    }
    for (std::size_t k = 0; k < n; ++k) {
        if (!(rest(k, k) > 0)) return false;
        for (std::size_t i = k + 1; i < n; ++i) {
            if (rest(i, k) == 0) continue;
            const Real factor = rest(i, k) / rest(k, k);
            for (std::size_t j = k + 1; j < n; ++j) rest(i, j) -= factor * rest(k, j);
            right[i] -= factor * right[k];
        }
    }
    x.assign(n, 0);
    for (std::size_t k = n; k-- > 0;) {
        for (std::size_t j = k + 1; j < n; ++j) right[k] -= rest(k, j) * x[j];
        x[k] = right[k] / rest(k, k);
        if (!(x[k] >= 0) || std::isinf(x[k])) return false;
    }
    return true;
}

// Collatz's bounds (1942): the eigenvalue lies between the least and the largest (A x)_i / x_i.
struct Bounds {
    Real least = 0, most = 0;
};
Bounds bounds_of(const Square& matrix, const std::vector<Real>& x) {
    Bounds bounds{std::numeric_limits<Real>::infinity(), 0};
    for (std::size_t i = 0; i < matrix.size(); ++i) {
        Real sum = 0;
        for (std::size_t j = 0; j < matrix.size(); ++j) sum += matrix(i, j) * x[j];
        bounds.least = std::min(bounds.least, sum / x[i]), bounds.most = std::max(bounds.most, sum / x[i]);
    }
    return bounds;
}

struct Solved {
    Real value = 0;
    std::vector<Real> x;
    bool close = false;  // the bounds have met
};

// Noda's iteration on a balanced matrix: each step solves with the upper bound for a shift.
Solved noda(const Square& matrix) {
    constexpr int most_steps = 200;
    constexpr Real met = 1e-12L, as_near_as_can_be = 4 * std::numeric_limits<Real>::epsilon();
    Solved solved{.value = 0, .x = std::vector<Real>(matrix.size(), 1), .close = false};
    Bounds bounds = bounds_of(matrix, solved.x);
    std::vector<Real> next;
    for (int step = 0; step < most_steps && bounds.most - bounds.least > as_near_as_can_be * bounds.most;
         ++step) {
        if (!solve(matrix, bounds.most * (1 + as_near_as_can_be), solved.x, next)) break;
        const Real largest = *std::ranges::max_element(next);
        for (Real& one : next) one /= largest;
        if (*std::ranges::min_element(next) <= 0) break;
        const Bounds now = bounds_of(matrix, next);
        const bool nearer = now.most - now.least < bounds.most - bounds.least || now.most < bounds.most;
        if (!nearer) break;
        bounds = now, solved.x = next;
    }
    solved.value = bounds.least + (bounds.most - bounds.least) / 2;
    solved.close = bounds.most - bounds.least <= met * bounds.most;
    return solved;
}

// The eigenvector of a part alone.
Solved of_part(const Square& matrix) {
    const std::size_t n = matrix.size();
    Square logs(n), balanced(n);
    for (std::size_t i = 0; i < n; ++i) {
        for (std::size_t j = 0; j < n; ++j) logs(i, j) = std::log2(matrix(i, j));
    }
    const Real mean = strongest_cycle(logs);
    const std::vector<int> powers = potentials(logs, mean);
    const int level = static_cast<int>(std::lround(mean));
    for (std::size_t i = 0; i < n; ++i) {
        for (std::size_t j = 0; j < n; ++j)
            balanced(i, j) = std::ldexp(matrix(i, j), powers[j] - powers[i] - level);
    }
    Solved solved = noda(balanced);
    solved.value = std::ldexp(solved.value, level);
    for (std::size_t i = 0; i < n; ++i) solved.x[i] = std::ldexp(solved.x[i], powers[i]);
    return solved;
}

// A number that differs from 1 in the last digit a double has, up or down.
Real rounding(std::size_t arc) {
    constexpr Real last_digit = 1.1e-16L;
    const std::uint64_t mixed = (arc + 1) * 0x9E3779B97F4A7C15ULL;
    return (mixed >> 40U & 1U) != 0 ? 1 + last_digit : 1 - last_digit;
}

enum class Strengths { as_given, rounded_otherwise };

// The part, then what it leads to: (value - rest) x = what comes of the part.
Solved of_all(const Adjacency& matrix, const std::vector<Vertex>& part, Strengths strengths) {
    const std::size_t n = matrix.offsets.size() - 1, none = n;
    std::vector<std::size_t> in_part(n, none), in_rest(n, none);
    for (std::size_t i = 0; i < part.size(); ++i) in_part[part[i]] = i;
    std::vector<Vertex> others;
    for (Vertex v = 0; v < n; ++v) {
        if (in_part[v] == none) in_rest[v] = others.size(), others.push_back(v);
    }
    const auto strength = [&](std::size_t arc) {
        return static_cast<Real>(matrix.strength(arc)) *
               (strengths == Strengths::as_given ? Real{1} : rounding(arc));
    };
    Square own(part.size()), rest(others.size());
    for (const Vertex v : part) {
        for (std::size_t arc = matrix.begin(v); arc < matrix.end(v); ++arc) {
            if (const std::size_t from = in_part[matrix.targets[arc]]; from != none)
                own(in_part[v], from) += strength(arc);
        }
    }
    const Solved alone = of_part(own);
    Solved all{.value = alone.value, .x = std::vector<Real>(n, 0), .close = alone.close};
    for (std::size_t i = 0; i < part.size(); ++i) all.x[part[i]] = alone.x[i];
    if (others.empty() || !all.close) return all;
    std::vector<Real> right(others.size(), 0), x;
    for (const Vertex v : others) {
        for (std::size_t arc = matrix.begin(v); arc < matrix.end(v); ++arc) {
            const Vertex from = matrix.targets[arc];
            if (in_part[from] == none) rest(in_rest[v], in_rest[from]) += strength(arc);
            else right[in_rest[v]] += strength(arc) * all.x[from];
        }
    }
    all.close = solve(rest, all.value, std::move(right), x);
    for (std::size_t i = 0; all.close && i < others.size(); ++i) all.x[others[i]] = x[i];
    return all;
}

bool same(Real one, Real other) {
    constexpr Real digits = 1e-6L;
    return std::abs(one - other) <= digits * std::max(std::abs(one), std::abs(other));
}

}  // namespace

bool strengths_range_widely(const Adjacency& matrix) {
    constexpr double wide = 1e6;
    double least = std::numeric_limits<double>::infinity(), most = 0;
    for (const double strength : matrix.strengths) {
        if (strength > 0) least = std::min(least, strength), most = std::max(most, strength);
    }
    return most / wide > least;
}

bool is_wide(const Adjacency& matrix) {
    return matrix.offsets.size() - 1 <= most_wide_rows && strengths_range_widely(matrix);
}

WideEigenvector wide_eigenvector(const Adjacency& matrix, const std::vector<Vertex>& part) {
    const Solved given = of_all(matrix, part, Strengths::as_given);
    const Solved otherwise = of_all(matrix, part, Strengths::rounded_otherwise);
    WideEigenvector result{.value = static_cast<double>(given.value), .vector = {}, .certain = false};
    const Real largest = *std::ranges::max_element(given.x);
    const Real largest_otherwise = *std::ranges::max_element(otherwise.x);
    result.certain = given.close && otherwise.close && same(given.value, otherwise.value);
    for (std::size_t v = 0; v < given.x.size(); ++v) {
        result.certain = result.certain && same(given.x[v] / largest, otherwise.x[v] / largest_otherwise);
        result.vector.push_back(static_cast<double>(given.x[v] / largest));
    }
    return result;
}

}  // namespace entente
