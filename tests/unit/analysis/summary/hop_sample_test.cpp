#include "analysis/summary/hop_sample.hpp"

#include <catch2/catch.hpp>
#include <cmath>

#include "analysis/centrality/distances.hpp"
#include "support/networks.hpp"

using namespace entente;

namespace {

// A ring of n actors with a chord from every third.
Graph ring(std::size_t n) {
    MergedTies merged;
    merged.first_row.push_back(0);
    std::vector<ActorId> actors;
    for (std::size_t i = 0; i < n; ++i) actors.push_back(static_cast<ActorId>(i));
    const auto tie = [&](std::size_t a, std::size_t b) {
        merged.ties.push_back({actors[std::min(a, b)], actors[std::max(a, b)], 1});
        merged.first_row.push_back(0);
    };
    for (std::size_t i = 0; i < n; ++i) tie(i, (i + 1) % n);
    for (std::size_t i = 0; i + n / 4 < n; i += 3) tie(i, i + n / 4);
    return Graph(actors, merged, false, false);
}

}  // namespace

TEST_CASE("a sample of all actors gives the exact distances") {
    const Graph graph = ring(40);
    const HopStatistics exact = hop_statistics(distances(graph, {}));
    const HopSample sample = sample_hops(graph, 1000, 1, {});
    CHECK(sample.sources == 40);
    CHECK(sample.longest == exact.diameter);
    CHECK(sample.mean == Approx(exact.mean).epsilon(1e-12));
    CHECK(sample.standard_error == 0);
}

TEST_CASE("a sample of some actors is off by about its standard error, and never beyond the diameter") {
    const Graph graph = ring(300);
    const HopStatistics exact = hop_statistics(distances(graph, {}));
    int within = 0;
    for (std::uint64_t seed = 1; seed <= 200; ++seed) {
        const HopSample sample = sample_hops(graph, 30, seed, {});
        CHECK(sample.longest <= exact.diameter);
        within += std::abs(sample.mean - exact.mean) <= 2 * sample.standard_error ? 1 : 0;
    }
    CHECK(within > 175);
}

TEST_CASE("a sample of distances is the same on one thread and on four") {
    const Graph graph = ring(200);
    const HopSample one = sample_hops(graph, 50, 7, {.threads = 1});
    const HopSample four = sample_hops(graph, 50, 7, {.threads = 4});
    CHECK(one.mean == four.mean);
    CHECK(one.standard_error == four.standard_error);
}
