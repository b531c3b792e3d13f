#include <catch2/catch.hpp>
#include <cmath>

#include "analysis/balance/frustration/frustration.hpp"
#include "analysis/balance/frustration/semidefinite/semidefinite_bound.hpp"
#include "analysis/balance/frustration/semidefinite/semidefinite_search.hpp"
#include "analysis/balance/frustration/semidefinite/symmetric_eigen.hpp"
#include "base/random.hpp"

using namespace entente;
using namespace entente::balance;

namespace {

enum class Weights { equal, small, of_ten_orders };

FrustrationProblem random_signs(std::uint64_t seed, std::uint32_t vertices, double density, Weights weights) {
    Random random(seed);
    FrustrationProblem problem{vertices, {}};
    for (std::uint32_t u = 0; u < vertices; ++u) {
        for (std::uint32_t v = u + 1; v < vertices; ++v) {
            if (random.uniform() >= density) continue;
            Cost weight = 1;
            if (weights == Weights::small) weight = 1 + static_cast<Cost>(random.below(100));
            if (weights == Weights::of_ten_orders)
                weight = static_cast<Cost>(std::pow(10.0, 10 * random.uniform()));
            problem.edges.push_back({u, v, random.uniform() < 0.5 ? -weight : weight});
        }
    }
    return problem;
}

DenseProblem dense(const FrustrationProblem& problem) {
    const std::size_t n = problem.vertices;
    DenseProblem result{n, std::vector<Cost>(n * n, 0)};
    for (const SignedEdge& e : problem.edges)
        result.weights[e.u * n + e.v] = result.weights[e.v * n + e.u] = e.weight;
    return result;
}

double mean_cost(const FrustrationProblem& problem) {
    double sum = 0;
    for (const SignedEdge& e : problem.edges) sum += static_cast<double>(e.cost());
    return sum / static_cast<double>(problem.edges.size());
}

}  // namespace

TEST_CASE("the eigenvectors of a symmetric matrix are turned into their multiples by it") {
    for (const std::size_t n : {1U, 2U, 3U, 17U, 40U}) {
        Random random(n);
        std::vector<double> matrix(n * n);
        for (std::size_t i = 0; i < n; ++i) {
            for (std::size_t j = 0; j <= i; ++j)
                matrix[i * n + j] = matrix[j * n + i] = random.uniform() - 0.5;
        }
        const SymmetricEigen eigen = symmetric_eigen(matrix, n);
        REQUIRE(eigen.values.size() == n);
        double error = 0;
        for (std::size_t k = 0; k < n; ++k) {
            for (std::size_t i = 0; i < n; ++i) {
                double sum = 0;
                for (std::size_t j = 0; j < n; ++j) sum += matrix[i * n + j] * eigen.vectors[k * n + j];
                error = std::max(error, std::abs(sum - eigen.values[k] * eigen.vectors[k * n + i]));
            }
        }
        CHECK(error < 1e-12);
    }
    CHECK(symmetric_eigen(std::vector<double>(9, 0.0), 3).values == std::vector<double>(3, 0.0));
}

TEST_CASE("a semidefinite bound is never above what trying every division finds, and near it") {
    for (std::uint64_t seed = 1; seed <= 12; ++seed) {
        for (const Weights weights : {Weights::equal, Weights::small, Weights::of_ten_orders}) {
            const FrustrationProblem problem = random_signs(seed, 15, 0.3 + 0.05 * double(seed), weights);
            const Cost best = enumerate(problem).cost;
            Budget budget;
            const SemidefiniteBound bound =
                semidefinite_bound(dense(problem), mean_cost(problem), {}, best, budget);
            CAPTURE(seed, static_cast<int>(weights), best);
            CHECK(bound.lower <= best);
            CHECK(static_cast<double>(bound.lower) >= 0.85 * static_cast<double>(best) - mean_cost(problem));
        }
    }
}

TEST_CASE("the semidefinite search proves what trying every division finds") {
    for (std::uint64_t seed = 1; seed <= 8; ++seed) {
        for (const Weights weights : {Weights::equal, Weights::small, Weights::of_ten_orders}) {
            const FrustrationProblem problem = random_signs(100 + seed, 18, 0.7, weights);
            const Enumerated best = enumerate(problem);
            Cost known = cost_of(problem, Sides(problem.vertices, 0));
            Budget budget;
            REQUIRE(takes_semidefinite_bounds(problem));
            const auto proof = semidefinite_search({.problem = problem,
                                                    .upper = known,
                                                    .improve =
                                                        [&](const Sides& side) {
                                                            known = std::min(known, cost_of(problem, side));
                                                            return known;
                                                        }},
                                                   budget);
            REQUIRE(proof);
            CAPTURE(seed, static_cast<int>(weights));
            CHECK(proof->proven);
            CHECK(proof->lower == best.cost);
            CHECK(known == best.cost);
        }
    }
}

// Cycles leave a tenth open there.
TEST_CASE("the index of 50 actors and 600 ties of random signs is proven within a fixed number of steps") {
    const FrustrationProblem problem = random_signs(5, 50, 0.49, Weights::equal);
    Budget budget;
    budget.most_steps = 1'500'000'000;
    const Division division = minimum_frustration(problem, {}, budget);
    CHECK(division.proven);
    CHECK(division.lower == division.upper);
    CHECK(cost_of(problem, division.side) == division.upper);
}

TEST_CASE("a search that may not work gives the bound it was given") {
    const FrustrationProblem problem = random_signs(9, 30, 0.8, Weights::equal);
    Budget none;
    none.most_steps = 0;
    const auto proof = semidefinite_search(
        {.problem = problem, .upper = 200, .lower = 3, .improve = [](const Sides&) { return Cost{200}; }},
        none);
    CHECK((!proof || (!proof->proven && proof->lower >= 3)));
}
