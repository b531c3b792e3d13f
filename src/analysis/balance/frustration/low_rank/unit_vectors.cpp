#include "analysis/balance/frustration/low_rank/unit_vectors.hpp"

#include <algorithm>
#include <array>
#include <cmath>

#include "analysis/linear/tridiagonal.hpp"

namespace entente::balance {

namespace {

constexpr std::size_t dimensions = UnitVectors::dimensions;
constexpr double little = 2e-9;  // gain of a round, as a part of all pulls
constexpr unsigned lanczos_steps = 80;

using Direction = std::array<double, dimensions>;

// In four sums, so that it does not wait for each addition.
double dot(const double* a, const double* b) {
    std::array<double, 4> sum{};
    for (std::size_t k = 0; k < dimensions; k += 4) {
        for (std::size_t lane = 0; lane < 4; ++lane) sum[lane] += a[k + lane] * b[k + lane];
    }
    return (sum[0] + sum[1]) + (sum[2] + sum[3]);
}

// Of no direction in particular: sums of three uniform numbers are near enough to a normal distribution.
Direction random_direction(Random& random) {
    Direction direction{};
    for (double& x : direction) x = random.uniform() + random.uniform() + random.uniform() - 1.5;
    return direction;
}

}  // namespace

UnitVectors::UnitVectors(const FrustrationProblem& problem, const EdgeLists& lists, Random& random)
    : problem_(problem), lists_(lists), cells_(problem.vertices * dimensions), pulls_(problem.vertices, 0) {
    for (std::uint32_t v = 0; v < problem.vertices; ++v) {
        const Direction start = random_direction(random);
        const double length = std::sqrt(dot(start.data(), start.data()));
        for (std::size_t k = 0; k < dimensions; ++k) cells_[v * dimensions + k] = start[k] / length;
    }
}

double UnitVectors::move(std::uint32_t v) {
    Direction pull{};
    for (const EdgeLists::Entry& entry : lists_.of(v)) {
        const double w = weight(entry);
        const double* other = cells_.data() + entry.other * dimensions;
        for (std::size_t k = 0; k < dimensions; ++k) pull[k] += w * other[k];
    }
    double* own = cells_.data() + v * dimensions;
    const double before = dot(pull.data(), own), length = std::sqrt(dot(pull.data(), pull.data()));
    pulls_[v] = length;
    if (!(length > 0)) return 0;
    for (std::size_t k = 0; k < dimensions; ++k) own[k] = pull[k] / length;
    return length - before;
}

void UnitVectors::settle(unsigned most_rounds, Budget& budget) {
    for (unsigned round = 0; round < most_rounds && !budget.spent(); ++round) {
        double gain = 0, all = 0;
        for (std::uint32_t v = 0; v < problem_.vertices; ++v) {
            gain += move(v);
            all += pulls_[v];
        }
        budget.spend((problem_.vertices + 2 * problem_.edges.size()) * dimensions / 3);
        if (gain < little * all) break;
    }
}

Sides UnitVectors::cut(Random& random) const {
    const Direction normal = random_direction(random);
    Sides side(problem_.vertices);
    for (std::uint32_t v = 0; v < problem_.vertices; ++v)
        side[v] = dot(normal.data(), cells_.data() + v * dimensions) < 0 ? 1 : 0;
    return side;
}

double UnitVectors::largest_eigenvalue(Random& random, Budget& budget) const {
    const std::size_t n = problem_.vertices;
    std::vector<double> scale(n), now(n), before(n, 0), next(n), diagonal, beside;
    for (std::size_t v = 0; v < n; ++v) scale[v] = pulls_[v] > 0 ? 1 / std::sqrt(pulls_[v]) : 0;
    double length = 0;
    for (double& x : now) {
        x = random.uniform() - 0.5;
        length += x * x;
    }
    length = std::sqrt(length);
    for (unsigned step = 0; step < std::min<std::size_t>(lanczos_steps, n) && length > 1e-9; ++step) {
        for (std::size_t v = 0; v < n; ++v) {
            next[v] = step > 0 ? -length * before[v] : 0;
            now[v] /= length;
        }
        double along = 0, squares = 0;
        for (std::uint32_t v = 0; v < n; ++v) {
            double sum = 0;
            for (const EdgeLists::Entry& entry : lists_.of(v))
                sum += weight(entry) * scale[entry.other] * now[entry.other];
            next[v] += scale[v] * sum;
            along += next[v] * now[v];
        }
        for (std::size_t v = 0; v < n; ++v) {
            next[v] -= along * now[v];
            squares += next[v] * next[v];
        }
        budget.spend(6 * n + 4 * problem_.edges.size());
        if (step > 0) beside.push_back(length);
        diagonal.push_back(along);
        length = std::sqrt(squares);
        std::swap(before, now);
        std::swap(now, next);
    }
    return top_of_tridiagonal(diagonal, beside).largest;
}

}  // namespace entente::balance
