#include "analysis/centrality/distances.hpp"

#include <algorithm>
#include <catch2/catch.hpp>
#include <cmath>

#include "base/error.hpp"
#include "support/brute_paths.hpp"
#include "support/networks.hpp"

using namespace entente;
using test::graph_of;

// a - b - c   d - e   f
TEST_CASE("distances are summed over the actors reached alone") {
    const Distances found = distances(graph_of("a-b, b-c, d-e, f"));
    CHECK(found.reached == std::vector<std::uint32_t>{2, 2, 2, 1, 1, 0});
    CHECK(found.total == std::vector<double>{3, 2, 3, 1, 1, 0});
    CHECK(found.harmonic == std::vector<double>{1.5, 2, 1.5, 1, 1, 0});
    CHECK(found.eccentricity == std::vector<std::uint32_t>{2, 1, 2, 1, 1, 0});
    const auto scores = closeness(found);  // (2/5)·(2/3), (2/5)·(2/2), …
    CHECK(scores[0] == Approx(4.0 / 15));
    CHECK(scores[1] == Approx(2.0 / 5));
    CHECK(scores[3] == Approx(1.0 / 5));
    CHECK(scores[5] == 0);
}

TEST_CASE("distances follow outgoing arcs") {
    const Distances found = distances(graph_of("a->b, b->c"));
    CHECK(found.reached == std::vector<std::uint32_t>{2, 1, 0});
    CHECK(found.total == std::vector<double>{3, 1, 0});
}

TEST_CASE("weighted distances are sums of 1/strength while eccentricity stays in hops") {
    const Distances found = distances(graph_of("a-b 2, b-c 4, a-c 1, c-d 0"));
    CHECK(found.total == std::vector<double>{1.25, 0.75, 1, 0});
    CHECK(found.harmonic == std::vector<double>{2 + 4.0 / 3, 6, 4 + 4.0 / 3, 0});
    CHECK(found.eccentricity == std::vector<std::uint32_t>{1, 1, 1, 0});
    CHECK(distances(graph_of("a-b 4, b-c 4")).total == std::vector<double>{0.75, 0.5, 0.75});
}

TEST_CASE("distances follow their definition on small random graphs") {
    for (std::uint64_t seed = 0; seed < 600; ++seed) {
        const auto n = static_cast<Vertex>(2 + seed % 12);
        const Graph graph =
            test::random_graph(seed, n, 0.05 + 0.05 * static_cast<double>(seed % 9), seed % 2 == 1,
                               seed % 3 == 0 ? 0 : static_cast<unsigned>(seed % 7));
        const test::BrutePaths brute(graph);
        const Distances found = distances(graph, {.threads = 2});
        const HopStatistics hops =
            hop_statistics(distances(Graph(graph.actors, graph.merged, graph.directed(), false)));
        INFO("seed " << seed);
        std::uint64_t pairs = 0, sum = 0;
        int diameter = 0;
        for (Vertex v = 0; v < n; ++v) {
            double total = 0, harmonic = 0;
            unsigned reached = 0;
            int farthest = 0;
            for (Vertex w = 0; w < n; ++w) {
                if (v == w || brute.hops(v, w) < 0) continue;
                ++reached;
                total += brute.distance(v, w);
                harmonic += 1 / brute.distance(v, w);
                farthest = std::max(farthest, brute.hops(v, w));
                sum += static_cast<std::uint64_t>(brute.hops(v, w));
            }
            CHECK(found.reached[v] == reached);
            CHECK(found.total[v] == Approx(total).epsilon(1e-12));
            CHECK(found.harmonic[v] == Approx(harmonic).epsilon(1e-12));
            CHECK(static_cast<int>(found.eccentricity[v]) == farthest);
            pairs += reached;
            diameter = std::max(diameter, farthest);
        }
        CHECK(hops.pairs == pairs);
        CHECK(static_cast<int>(hops.diameter) == diameter);
        if (pairs > 0)
            CHECK(hops.mean == Approx(static_cast<double>(sum) / static_cast<double>(pairs)).epsilon(1e-14));
    }
}

TEST_CASE("no actors and no ties have no distances") {
    CHECK(distances(graph_of("")).total.empty());
    CHECK(std::isnan(hop_statistics(distances(graph_of("a, b"))).mean));
    CHECK(hop_statistics(distances(graph_of("a, b"))).pairs == 0);
    CHECK(closeness(distances(graph_of("a"))) == std::vector<double>{0});
}

TEST_CASE("distances have the same bytes for any number of threads") {
    for (const unsigned most_weight : {0U, 5U}) {
        const Graph graph = test::random_graph(11, 700, 0.01, true, most_weight);
        const Distances one = distances(graph, {.threads = 1});
        for (const unsigned threads : {2U, 3U}) {
            const Distances more = distances(graph, {.threads = threads});
            CHECK(more.total == one.total);
            CHECK(more.harmonic == one.harmonic);
            CHECK(more.eccentricity == one.eccentricity);
        }
    }
}

TEST_CASE("distances stop when asked to") {
    const std::atomic<bool> stop{true};
    CHECK_THROWS_AS(distances(test::random_graph(7, 300, 0.03, false), {.threads = 2, .stop = &stop}), Error);
}
