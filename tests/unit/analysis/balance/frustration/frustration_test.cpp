#include "analysis/balance/frustration/frustration.hpp"

#include <algorithm>
#include <atomic>
#include <catch2/catch.hpp>
#include <functional>

#include "analysis/balance/clusterability.hpp"
#include "analysis/balance/frustration/biconnected_blocks.hpp"
#include "analysis/balance/frustration/components.hpp"
#include "analysis/balance/frustration/frozen_core.hpp"
#include "analysis/balance/frustration/local_search.hpp"
#include "analysis/balance/frustration/reduction.hpp"

using namespace entente;
using namespace entente::balance;

namespace {

FrustrationProblem random_problem(std::uint64_t seed, std::uint32_t vertices, double density, double negative,
                                  unsigned most_weight) {
    Random random(seed);
    FrustrationProblem problem{vertices, {}};
    for (std::uint32_t u = 0; u < vertices; ++u) {
        for (std::uint32_t v = u + 1; v < vertices; ++v) {
            if (random.uniform() >= density) continue;
            const Cost weight = 1024 * static_cast<Cost>(1 + random.below(most_weight));
            problem.edges.push_back({u, v, random.uniform() < negative ? -weight : weight});
        }
    }
    return problem;
}

// Every division, written without regard to speed.
Cost brute_force(const FrustrationProblem& problem) {
    Cost best = cost_of(problem, Sides(problem.vertices, 0));
    for (std::uint64_t mask = 1; mask < (std::uint64_t{1} << (problem.vertices - 1)); ++mask) {
        Cost cost = 0;
        for (const SignedEdge& e : problem.edges) {
            const bool across = (((mask >> e.u) ^ (mask >> e.v)) & 1U) != 0;
            if (across != e.negative()) cost += e.cost();
        }
        best = std::min(best, cost);
    }
    return best;
}

// Every partition, as restricted growth strings.
Cost brute_force_blocs(const FrustrationProblem& problem) {
    std::vector<std::uint32_t> bloc(problem.vertices, 0);
    Cost best = errors_of(problem, bloc);
    const std::function<void(std::uint32_t, std::uint32_t)> grow = [&](std::uint32_t v, std::uint32_t used) {
        if (v == problem.vertices) {
            best = std::min(best, errors_of(problem, bloc));
            return;
        }
        for (std::uint32_t b = 0; b <= used; ++b) {
            bloc[v] = b;
            grow(v + 1, std::max(used, b + 1));
        }
    };
    grow(1, 1);
    return best;
}

// One of a family of shapes: sparse to dense, few to many negative ties, with and without weights.
FrustrationProblem shape(std::uint64_t seed, std::uint32_t most_vertices) {
    const auto vertices = static_cast<std::uint32_t>(2 + seed % (most_vertices - 1));
    const double density = 0.15 + 0.85 * static_cast<double>(seed % 7) / 6;
    const double negative = 0.1 + 0.8 * static_cast<double>(seed % 5) / 4;
    return random_problem(seed, vertices, density, negative, seed % 3 == 0 ? 9 : 1);
}

}  // namespace

TEST_CASE("The frustration index of thousands of small random networks is that of trying every division") {
    for (std::uint64_t seed = 1; seed <= 3000; ++seed) {
        const FrustrationProblem problem = shape(seed, seed % 10 == 0 ? 14 : 10);
        const Cost expected = brute_force(problem);
        const Division usual = minimum_frustration(problem, {}, {});
        INFO("seed " << seed);
        REQUIRE(usual.proven);
        REQUIRE(usual.upper == expected);
        REQUIRE(usual.lower == expected);
        REQUIRE(cost_of(problem, usual.side) == expected);
    }
}

TEST_CASE("Cutting planes and branching alone prove what trying every division finds") {
    FrustrationOptions options;
    options.enumerate_up_to = 2;
    for (std::uint64_t seed = 1; seed <= 400; ++seed) {
        options.reduce = seed % 2 == 0;
        const FrustrationProblem problem = shape(seed, 12);
        const Division division = minimum_frustration(problem, options, {});
        INFO("seed " << seed);
        REQUIRE(division.proven);
        REQUIRE(division.lower == division.upper);
        REQUIRE(division.upper == brute_force(problem));
    }
}

TEST_CASE("Reductions keep the frustration index and give back a division of that cost") {
    for (std::uint64_t seed = 1; seed <= 500; ++seed) {
        const FrustrationProblem problem = random_problem(seed, 11, 0.3, 0.4, seed % 2 == 0 ? 1 : 5);
        const Reduced reduced = reduce(problem);
        Enumerated best = enumerate(reduced.problem);
        INFO("seed " << seed);
        REQUIRE(reduced.constant + best.cost == brute_force(problem));
        restore(reduced, best.side);
        REQUIRE(cost_of(problem, best.side) == reduced.constant + best.cost);
    }
}

TEST_CASE("A network without time for proofs gets bounds that hold, and is not called proven") {
    const FrustrationProblem problem = random_problem(5, 60, 0.3, 0.5, 1);
    Budget none;
    none.deadline = std::chrono::steady_clock::now();
    const Division division = minimum_frustration(problem, {}, none);
    CHECK_FALSE(division.proven);
    CHECK(division.lower < division.upper);
    CHECK(cost_of(problem, division.side) == division.upper);

    std::atomic<bool> stop{true};
    Control control;
    control.stop = &stop;
    Budget stopped;
    stopped.control = &control;
    CHECK_FALSE(minimum_frustration(problem, {}, stopped).proven);
}

TEST_CASE("A proof that runs out of steps has the same bounds every time") {
    const FrustrationProblem problem = random_problem(5, 60, 0.3, 0.5, 1);
    Budget few;
    few.most_steps = 20'000'000;
    const Division first = minimum_frustration(problem, {}, few),
                   second = minimum_frustration(problem, {}, few);
    CHECK_FALSE(first.proven);
    CHECK(first.lower > 0);
    CHECK(first.lower < first.upper);
    CHECK(first.steps >= few.most_steps);
    CHECK(second.lower == first.lower);
    CHECK(second.side == first.side);
    CHECK(second.steps == first.steps);
}

// Trust networks are of this shape; with the simplex method alone this one took a hundred times as long.
TEST_CASE("Hundreds of actors and thousands of ties are proven in few steps") {
    Random random(3);
    FrustrationProblem problem{500, {}};
    for (std::uint32_t u = 0; u < problem.vertices; ++u) {
        for (unsigned k = 0; k < 4; ++k) {
            const auto v = static_cast<std::uint32_t>((u + 1 + k * k + random.below(3)) % problem.vertices);
            problem.edges.push_back({std::min(u, v), std::max(u, v), random.uniform() < 0.15 ? -1024 : 1024});
        }
    }
    std::sort(problem.edges.begin(), problem.edges.end(), [](const SignedEdge& a, const SignedEdge& b) {
        return std::pair(a.u, a.v) < std::pair(b.u, b.v);
    });
    problem.edges.erase(
        std::unique(problem.edges.begin(), problem.edges.end(),
                    [](const SignedEdge& a, const SignedEdge& b) { return a.u == b.u && a.v == b.v; }),
        problem.edges.end());
    Budget budget;
    budget.most_steps = 300'000'000;
    const Division division = minimum_frustration(problem, {}, budget);
    CHECK(division.proven);
    CHECK(cost_of(problem, division.side) == division.lower);
}

namespace {

// Contested vertices by every division of every component: the definition, without blocks or classes made by
// others.
std::vector<std::uint8_t> brute_force_contested(const FrustrationProblem& problem,
                                                std::span<const VertexPair> canceled, std::uint64_t& optima) {
    std::vector<std::uint8_t> contested(problem.vertices, 0);
    optima = 1;
    for (const auto& part : components(problem, canceled)) {
        const FrustrationProblem component = part_of(problem, part);
        const Cost least = brute_force(component);
        std::vector<Sides> best;
        for (std::uint64_t mask = 0; mask < (std::uint64_t{1} << (component.vertices - 1)); ++mask) {
            Sides side(component.vertices);
            for (std::uint32_t v = 0; v < component.vertices; ++v) side[v] = (mask >> v) & 1U;
            if (cost_of(component, side) == least) best.push_back(side);
        }
        optima *= best.size();
        std::vector<std::uint32_t> core;
        for (std::uint32_t v = 0; v < component.vertices; ++v) {
            std::vector<std::uint32_t> same;
            for (std::uint32_t u = 0; u < component.vertices; ++u) {
                if (std::all_of(best.begin(), best.end(), [&](const Sides& side) {
                        return (side[u] ^ side[v]) == (best[0][u] ^ best[0][v]);
                    }))
                    same.push_back(u);
            }
            if (same.size() > core.size()) core = same;
        }
        for (std::uint32_t v = 0; v < component.vertices; ++v)
            contested[part[v]] = std::find(core.begin(), core.end(), v) == core.end() ? 1 : 0;
    }
    return contested;
}

}  // namespace

TEST_CASE(
    "Contested are those whom some best division of a small random network puts elsewhere, by trying all and "
    "by proof") {
    for (std::uint64_t seed = 1; seed <= 400; ++seed) {
        const FrustrationProblem problem = shape(seed, 10);
        std::uint64_t optima = 0;
        const std::vector<std::uint8_t> expected = brute_force_contested(problem, {}, optima);
        const Sides side = minimum_frustration(problem, {}, {}).side;
        INFO("seed " << seed);
        const FrozenCore tried = settled_sides(problem, {}, side, 1, {}),
                         proven = settled_sides(problem, {}, side, 1, {}, 2);
        REQUIRE(tried.contested == expected);
        REQUIRE(tried.exact);
        REQUIRE(tried.optima == optima);
        // A smaller core than another of its size may be found, but never a wrong claim to be complete.
        if (proven.exact)
            REQUIRE(std::count(proven.contested.begin(), proven.contested.end(), 1) ==
                    std::count(expected.begin(), expected.end(), 1));
    }
}

TEST_CASE("Pairs that cancel hold parts together which may be turned towards each other at no cost") {
    for (std::uint64_t seed = 1; seed <= 400; ++seed) {
        FrustrationProblem problem = shape(seed, 10);
        Random random(seed, 7);
        std::vector<VertexPair> canceled;
        std::erase_if(problem.edges, [&](const SignedEdge& e) {
            if (random.below(2) == 0) return false;
            canceled.emplace_back(e.u, e.v);
            return true;
        });
        std::uint64_t optima = 0;
        const std::vector<std::uint8_t> expected = brute_force_contested(problem, canceled, optima);
        const Sides side = minimum_frustration(problem, {}, {}).side;
        INFO("seed " << seed);
        const FrozenCore settled = settled_sides(problem, canceled, side, 1, {});
        REQUIRE(settled.contested == expected);
        REQUIRE(settled.exact);
        REQUIRE(settled.optima == optima);
    }
}

TEST_CASE("Frustration adds up over blocks that share one vertex") {
    //   b         d
    //   | \     / |      each triangle has one negative tie
    //   |  a - -  |
    //   | /     \ |
    //   c         e
    const FrustrationProblem bow_tie{
        5, {{0, 1, 1024}, {0, 2, 1024}, {1, 2, -1024}, {0, 3, 1024}, {0, 4, 1024}, {3, 4, -1024}}};
    CHECK(blocks(bow_tie).size() == 2);
    const Division division = minimum_frustration(bow_tie, {}, {});
    CHECK(division.upper == 2 * 1024);
    CHECK(enumerate(bow_tie).optima == 9);  // three divisions of either triangle, each with each
}

TEST_CASE("Networks of blocs with some ties against the grain are proven in a moment") {
    Random random(3);
    FrustrationProblem problem{80, {}};
    for (std::uint32_t u = 0; u < 80; ++u) {
        for (std::uint32_t v = u + 1; v < 80; ++v) {
            if (random.uniform() >= 0.15) continue;
            const bool apart = (u % 2 != v % 2) != (random.uniform() < 0.1);
            problem.edges.push_back({u, v, apart ? -1024 : 1024});
        }
    }
    const Division division = minimum_frustration(problem, {}, {});
    CHECK(division.proven);
    Sides planted(80);
    for (std::uint32_t v = 0; v < 80; ++v) planted[v] = v % 2;
    CHECK(division.upper <= cost_of(problem, planted));
    CHECK(division.lower == division.upper);
}

TEST_CASE("The fewest errors with any number of blocs are those of trying every partition") {
    for (std::uint64_t seed = 1; seed <= 300; ++seed) {
        const FrustrationProblem problem = shape(seed, 8);
        const Blocs blocs = fewest_errors(problem, 1, {});
        INFO("seed " << seed);
        REQUIRE(blocs.proven);
        REQUIRE(blocs.upper == brute_force_blocs(problem));
        REQUIRE(errors_of(problem, blocs.bloc) == blocs.upper);
    }
}

TEST_CASE("Three mutual enemies are three blocs without an error") {
    const Blocs blocs = fewest_errors({3, {{0, 1, -1}, {1, 2, -1}, {0, 2, -1}}}, 1, {});
    CHECK(blocs.upper == 0);
    CHECK(blocs.bloc == std::vector<std::uint32_t>{0, 1, 2});
}

TEST_CASE("Who is contested is not claimed to be settled when there are no steps to find out") {
    const FrustrationProblem problem = random_problem(3, 12, 0.5, 0.5, 1);
    const Sides side = minimum_frustration(problem, {}, {}).side;
    Budget none;
    none.most_steps = 0;
    const FrozenCore settled = settled_sides(problem, {}, side, 1, none);
    CHECK_FALSE(settled.exact);
    CHECK_FALSE(settled.optima);
}
