#include "analysis/centrality/sampling.hpp"

#include <catch2/catch.hpp>
#include <cmath>

#include "analysis/centrality/betweenness.hpp"
#include "analysis/centrality/distances.hpp"
#include "base/error.hpp"
#include "graph/paths/path_sampler.hpp"
#include "support/brute_paths.hpp"
#include "support/networks.hpp"

using namespace entente;

namespace {

double largest_error(const Graph& graph, const std::vector<double>& values,
                     const std::vector<double>& exact) {
    const double n = static_cast<double>(graph.vertex_count()),
                 most = (n - 1) * (n - 2) / (graph.directed() ? 1 : 2);
    double largest = 0;
    for (std::size_t v = 0; v < values.size(); ++v)
        largest = std::max(largest, std::abs(values[v] - exact[v]) / most);
    return largest;
}

}  // namespace

TEST_CASE("sampled betweenness keeps within the error that it states") {
    const auto directed = GENERATE(false, true);
    const Graph graph = test::random_graph(5, 1200, 0.004, directed);
    const auto exact = betweenness(graph, {.threads = 2});
    for (std::uint64_t seed = 1; seed <= 3; ++seed) {
        const SampledBetweenness found = sampled_betweenness(graph, {.error = 0.08, .seed = seed});
        REQUIRE(found.samples > 0);
        REQUIRE(found.samples < 1200);
        CHECK(largest_error(graph, found.values, exact) < 0.08);
        CHECK(largest_error(graph, found.values, exact) > 0);
    }
}

TEST_CASE("sampled weighted betweenness keeps within the error that it states") {
    const Graph graph = test::random_graph(5, 500, 0.012, false, 6);
    const SampledBetweenness found = sampled_betweenness(graph, {.error = 0.13});
    REQUIRE(found.samples > 0);
    CHECK(largest_error(graph, found.values, betweenness(graph)) < 0.13);
}

TEST_CASE("a sample that would take longer than the exact values is not taken") {
    const Graph graph = test::random_graph(5, 100, 0.05, false);
    const SampledBetweenness found = sampled_betweenness(graph, {.error = 0.01});
    CHECK(found.samples == 0);
    CHECK(found.values == betweenness(graph));
    CHECK(sampled_distances(graph, {.error = 0.01}).samples == 0);
}

TEST_CASE("sampled distances keep within the error that they state, and small components are exact") {
    Graph graph = test::random_graph(9, 3000, 0.0012, false);  // some vertices apart
    const Distances exact = distances(graph);
    std::uint32_t diameter = 0;
    for (const std::uint32_t e : exact.eccentricity) diameter = std::max(diameter, e);
    const SampledDistances found = sampled_distances(graph, {.error = 0.1, .seed = 3});
    REQUIRE(found.samples > 0);
    CHECK(found.reached == exact.reached);
    double largest = 0;
    for (std::size_t v = 0; v < exact.total.size(); ++v) {
        if (exact.reached[v] == 0) {
            CHECK(found.total[v] == 0);
            continue;
        }
        largest = std::max(largest, std::abs(found.total[v] - exact.total[v]) / exact.reached[v] / diameter);
        if (exact.reached[v] < 100) CHECK(found.harmonic[v] == Approx(exact.harmonic[v]));
    }
    CHECK(largest > 0);
    CHECK(largest < 0.1);
}

TEST_CASE("weighted distances are sampled too") {
    const Graph graph = test::random_graph(9, 600, 0.015, false, 4);
    const Distances exact = distances(graph, {.threads = 2});
    const SampledDistances found = sampled_distances(graph, {.error = 0.2, .seed = 3}, {.threads = 2});
    REQUIRE(found.samples > 0);
    for (std::size_t v = 0; v < 20; ++v) CHECK(found.total[v] == Approx(exact.total[v]).epsilon(0.2));
}

TEST_CASE("samples are the same for any number of threads and others for another seed") {
    const Graph graph = test::random_graph(5, 1500, 0.004, false);
    const auto one = sampled_betweenness(graph, {.error = 0.08}, {.threads = 1}).values;
    CHECK(sampled_betweenness(graph, {.error = 0.08}, {.threads = 3}).values == one);
    CHECK(sampled_betweenness(graph, {.error = 0.08, .seed = 2}).values != one);
    const auto total = sampled_distances(graph, {.error = 0.1}, {.threads = 1}).total;
    CHECK(sampled_distances(graph, {.error = 0.1}, {.threads = 3}).total == total);
}

TEST_CASE("an error that no sample can keep is refused") {
    const Graph graph = test::graph_of("a-b, b-c");
    CHECK_THROWS_AS(sampled_betweenness(graph, {.error = 0}), Error);
    CHECK_THROWS_AS(sampled_betweenness(graph, {.error = 1.5}), Error);
    CHECK_THROWS_AS(sampled_distances(graph, {.error = 0.1, .probability = 1}), Error);
}

// b and c each lie on one of two shortest paths from a to d, and so do e and f
TEST_CASE("every shortest path of a pair is drawn as often as the others") {
    for (const char* text : {"a-b, a-c, b-d, c-d, d-e, d-f, e-g, f-g, a-h, h-d, g-i",
                             "a-b 2, a-c 2, b-d 2, c-d 2, d-e 2, d-f 2, e-g 2, f-g 2, a-h 2, h-d 2, g-i 1"}) {
        const Graph graph = test::graph_of(text);
        const PathGraph paths = path_graph(graph);
        PathDraw draw(paths);
        std::vector<int> passed(graph.vertex_count(), 0);
        Random random(4);
        const int draws = 6000;
        for (int i = 0; i < draws; ++i) {
            for (const Node v : draw.between(0, 8, random)) ++passed[v];  // a … i
        }
        CHECK(passed[3] == draws);  // d
        CHECK(passed[6] == draws);  // g
        for (const int v : {1, 2, 7}) CHECK(std::abs(passed[static_cast<std::size_t>(v)] - draws / 3) < 200);
        for (const int v : {4, 5}) CHECK(std::abs(passed[static_cast<std::size_t>(v)] - draws / 2) < 200);
        CHECK(passed[0] + passed[8] == 0);
    }
}
