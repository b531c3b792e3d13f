// Entries of the exponential by quadrature against closed forms and against methods that look at the whole
// matrix.
#include "analysis/linear/quadrature/exponential_diagonal.hpp"

#include <algorithm>
#include <catch2/catch.hpp>
#include <cmath>

#include "analysis/balance/walk_balance.hpp"
#include "analysis/centrality/measures.hpp"
#include "base/random.hpp"
#include "support/networks.hpp"

using namespace entente;

namespace {

constexpr double rounding = 1e-12;

using Pairs = std::vector<std::pair<Vertex, Vertex>>;

// Both directions of each pair; without signs where there are none.
Adjacency adjacency_of(std::size_t vertices, const Pairs& pairs, const std::vector<double>& signs = {}) {
    std::vector<std::vector<std::pair<Vertex, double>>> rows(vertices);
    for (std::size_t k = 0; k < pairs.size(); ++k) {
        const auto [a, b] = pairs[k];
        rows[a].emplace_back(b, signs.empty() ? 1 : signs[k]);
        rows[b].emplace_back(a, signs.empty() ? 1 : signs[k]);
    }
    Adjacency result;
    result.offsets.push_back(0);
    for (auto& row : rows) {
        std::sort(row.begin(), row.end());
        for (const auto& [target, sign] : row) {
            result.targets.push_back(target);
            if (!signs.empty()) result.strengths.push_back(sign);
        }
        result.offsets.push_back(result.targets.size());
    }
    return result;
}

void check_holds(const Bounds& bounds, double expected, double within = 1e-11) {
    CHECK(bounds.half_gap() <= within * expected);
    CHECK(bounds.lower <= expected * (1 + rounding));
    CHECK(bounds.upper >= expected * (1 - rounding));
}

// The same by adding up walks, which loses no digit.
std::vector<double> by_walks(const Graph& graph) {
    const Network network;
    const TieSelection selection;
    return score_table({network, selection, graph}, {"subgraph"}, {}, {}).columns.at(0).values;
}

Pairs random_pairs(std::uint64_t seed, std::size_t vertices, double density) {
    Random random(seed);
    Pairs pairs;
    for (Vertex a = 0; a < vertices; ++a) {
        for (Vertex b = a + 1; b < vertices; ++b) {
            if (random.uniform() < density) pairs.emplace_back(a, b);
        }
    }
    return pairs;
}

// A full set of ties among the first `dense`, and a path of `length` from there.
Pairs clique_with_tail(Vertex dense, Vertex length) {
    Pairs pairs;
    for (Vertex a = 0; a < dense; ++a) {
        for (Vertex b = a + 1; b < dense; ++b) pairs.emplace_back(a, b);
    }
    for (Vertex v = dense; v < dense + length; ++v) pairs.emplace_back(v - 1, v);
    return pairs;
}

}  // namespace

TEST_CASE("a ring of 5,000 has the same closed walks everywhere, as many as Bessel's function says") {
    Pairs ring;
    for (Vertex v = 0; v < 5000; ++v) ring.emplace_back(v, (v + 1) % 5000);
    double bessel = 0, term = 1;  // I₀(2) = Σ 1/(k!)²
    for (int k = 1; k < 30; ++k) bessel += term, term /= k * k;
    const std::vector<Bounds> bounds = exponential_diagonal(adjacency_of(5000, ring), {}, {});
    REQUIRE(bounds.size() == 5000);
    for (Vertex v = 0; v < 5000; v += 7) check_holds(bounds[v], bessel);
}

TEST_CASE("a star of 5,000 has cosh of the root of its spokes at its middle") {
    Pairs star;
    for (Vertex v = 1; v < 5000; ++v) star.emplace_back(0, v);
    const double middle = std::cosh(std::sqrt(4999.0));
    const std::vector<Bounds> bounds = exponential_diagonal(adjacency_of(5000, star), {}, {});
    check_holds(bounds[0], middle);
    for (Vertex v = 1; v < 5000; v += 7) check_holds(bounds[v], 1 + (middle - 1) / 4999);
}

TEST_CASE("bounds of the exponential's entries hold what adding up walks gives") {
    for (std::uint64_t seed = 1; seed <= 40; ++seed) {
        CAPTURE(seed);
        const std::size_t n = 1 + seed * 7 % 150;
        const double density = seed % 4 == 0 ? 0.5 : (seed % 4 == 1 ? 1.2 : 5) / static_cast<double>(n);
        const Graph graph = test::random_graph(seed, n, std::min(1.0, density), false);
        const std::vector<double> expected = by_walks(graph);
        const std::vector<Bounds> bounds = exponential_diagonal(graph.out(), {}, {});
        REQUIRE(bounds.size() == n);
        for (std::size_t v = 0; v < n; ++v) check_holds(bounds[v], expected[v]);
    }
}

// The largest eigenvalue weighs e^99 and next to nothing of it is seen from the end of the path: a quadrature
// through eigenvectors would give rounding times e^99.
TEST_CASE("entries of actors at the end of a long path from a dense core keep their digits") {
    const Pairs pairs = clique_with_tail(100, 60);
    const Adjacency matrix = adjacency_of(160, pairs);
    MergedTies ties;
    ties.first_row.push_back(0);
    for (const auto& [a, b] : pairs) {
        ties.ties.push_back({static_cast<ActorId>(a), static_cast<ActorId>(b), 1.0});
        ties.first_row.push_back(0);
    }
    std::vector<ActorId> actors;
    for (std::size_t v = 0; v < 160; ++v) actors.push_back(static_cast<ActorId>(v));
    const std::vector<double> expected = by_walks(Graph(actors, std::move(ties), false, false));
    const std::vector<Bounds> bounds = exponential_diagonal(matrix, {}, {});
    for (std::size_t v = 0; v < 160; ++v) {
        CAPTURE(v);
        check_holds(bounds[v], expected[v]);
    }
}

TEST_CASE("a matrix of signs has the trace that all its eigenvalues give, shifted or not") {
    for (std::uint64_t seed = 1; seed <= 20; ++seed) {
        CAPTURE(seed);
        const std::size_t n = 2 + seed * 11 % 90;
        const Pairs pairs = random_pairs(seed, n, seed % 2 == 0 ? 0.3 : 3 / static_cast<double>(n));
        Random random(seed, 1);
        std::vector<double> signs, full(n * n, 0);
        for (const auto& [a, b] : pairs) {
            signs.push_back(random.uniform() < 0.4 ? -1 : 1);
            full[a * n + b] = full[b * n + a] = signs.back();
        }
        const double shift = seed % 3 == 0 ? 5 : 0;
        double expected = 0;
        for (const double value : balance::symmetric_eigenvalues(full, n, {}))
            expected += std::exp(value - shift);
        Bounds trace{0, 0};
        for (const Bounds& entry :
             exponential_diagonal(adjacency_of(n, pairs, signs), {.shift = shift, .goal = Goal::sum}, {})) {
            trace.lower += entry.lower;
            trace.upper += entry.upper;
        }
        check_holds(trace, expected, 2e-11);
    }
}

TEST_CASE("the exponential's entries have the same digits for any number of threads") {
    const Adjacency matrix = adjacency_of(400, random_pairs(3, 400, 0.02));
    Control three;
    three.threads = 3;
    const std::vector<Bounds> alone = exponential_diagonal(matrix, {}, {}),
                              together = exponential_diagonal(matrix, {}, three);
    for (std::size_t v = 0; v < alone.size(); ++v) {
        CHECK(alone[v].lower == together[v].lower);
        CHECK(alone[v].upper == together[v].upper);
    }
}

TEST_CASE("a share is rounded up when it is said, and is never less than rounding") {
    CHECK(within_share(0) == "each value within 1e-12 of itself");
    CHECK(within_share(3.2e-12) == "each value within 4e-12 of itself");
    CHECK(within_share(9e-12) == "each value within 9e-12 of itself");
    CHECK(within_share(9.1e-12) == "each value within 1e-11 of itself");
    CHECK(within_share(2.1e-10) == "each value within 3e-10 of itself");
}

TEST_CASE("subgraph centrality of more than 2,000 actors says within what its values are, and they are") {
    MergedTies star;
    std::vector<ActorId> actors;
    star.first_row.push_back(0);
    for (std::size_t v = 0; v < 2400; ++v) {
        actors.push_back(static_cast<ActorId>(v));
        if (v == 0 || v >= 2001) continue;
        star.ties.push_back({ActorId{0}, static_cast<ActorId>(v), 3.0});
        star.first_row.push_back(0);
    }
    const Network network;
    const TieSelection selection;
    const Graph graph(actors, std::move(star), false, true);
    const Scores scores = score_table({network, selection, graph}, {"subgraph"}, {}, {}).columns.at(0);
    CHECK(scores.remark ==
          "approximate: each value within 1e-12 of itself by the bounds of Gauss and Radau quadrature");
    CHECK(scores.values[0] == Approx(std::cosh(std::sqrt(2000.0))).epsilon(1e-11));
    CHECK(scores.values[7] == Approx(1 + (std::cosh(std::sqrt(2000.0)) - 1) / 2000).epsilon(1e-11));
    CHECK(scores.values[2100] == 1);
}
