#include "graph/paths/shortest_paths.hpp"

#include <algorithm>
#include <catch2/catch.hpp>
#include <cmath>
#include <limits>

#include "graph/ego.hpp"
#include "graph/paths/path_costs.hpp"
#include "support/brute_paths.hpp"
#include "support/networks.hpp"

using namespace entente;
using test::graph_of;

namespace {

std::vector<std::vector<unsigned>> listed(const ShortestPaths& found) {
    std::vector<std::vector<unsigned>> paths;
    for (const ActorPath& path : found.paths) {
        paths.emplace_back();
        for (const ActorId actor : path.actors) paths.back().push_back(static_cast<unsigned>(index(actor)));
    }
    return paths;
}

}  // namespace

//     b
//   /   \      two ways of two ties from a to d
//  a     d - e
//   \   /
//     c
TEST_CASE("every shortest path between two actors is listed, in the order of the actors") {
    const Graph graph = graph_of("a-b, a-c, b-d, c-d, d-e");
    const ShortestPaths found = shortest_paths(graph, 0, 4, 10);
    CHECK(found.connected);
    CHECK(found.distance == 3);
    CHECK(found.count == 2);
    CHECK(listed(found) == std::vector<std::vector<unsigned>>{{0, 1, 3, 4}, {0, 2, 3, 4}});
    CHECK(found.paths.front().ties == std::vector<std::uint32_t>{0, 2, 4});
    CHECK(shortest_paths(graph, 0, 4, 1).paths.size() == 1);
    CHECK(shortest_paths(graph, 0, 4, 1).count == 2);
}

TEST_CASE("a path of strong ties is shorter than one weak tie") {
    const ShortestPaths found = shortest_paths(graph_of("a-b 4, b-c 4, a-c 1"), 0, 2, 10);
    CHECK(found.distance == 0.5);
    CHECK(listed(found) == std::vector<std::vector<unsigned>>{{0, 1, 2}});
}

TEST_CASE(
    "paths whose lengths are equal as fractions are all found though their sums differ in the last digit") {
    // 1/3 + 1/3 + 1/3 = 1, and 1/10 + 1/5 = 3/10
    CHECK(shortest_paths(graph_of("a-b 3, b-c 3, c-d 3, a-d 1"), 0, 3, 10).count == 2);
    CHECK(shortest_paths(graph_of("a-b 10, b-c 5, a-c 3.333333333333333333"), 0, 2, 10).count == 2);
    CHECK(shortest_paths(graph_of("a-b 0.7, b-c 0.7, a-c 0.35"), 0, 2, 10).count == 2);
}

TEST_CASE("a tie of strength 0 takes part in no path, and not even hops count it") {
    const ShortestPaths found = shortest_paths(graph_of("a-b 0, a-c 1, c-b 1"), 0, 1, 10);
    CHECK(found.distance == 2);
    CHECK_FALSE(shortest_paths(graph_of("a-b 0, b-c 1"), 0, 1, 10).connected);
}

TEST_CASE("there is no path against the direction, and one of no ties to oneself") {
    const Graph graph = graph_of("a->b, b->c");
    CHECK_FALSE(shortest_paths(graph, 2, 0, 10).connected);
    CHECK(std::isnan(shortest_paths(graph, 2, 0, 10).distance));
    const ShortestPaths self = shortest_paths(graph, 1, 1, 10);
    CHECK(self.count == 1);
    CHECK(self.distance == 0);
    CHECK(listed(self) == std::vector<std::vector<unsigned>>{{1}});
}

TEST_CASE("as many shortest paths are listed as the definition counts, each of the right length") {
    for (std::uint64_t seed = 0; seed < 200; ++seed) {
        const bool directed = seed % 2 == 1;
        const Graph graph = test::random_graph(seed, 8, 0.35, directed, seed % 3 == 0 ? 0 : 4);
        const test::BrutePaths brute(graph);
        for (Vertex s = 0; s < 8; ++s) {
            for (Vertex t = 0; t < 8; ++t) {
                const ShortestPaths found = shortest_paths(graph, s, t, 1000);
                REQUIRE(found.connected == (brute.distance(s, t) >= 0));
                if (!found.connected) continue;
                CHECK(found.count == brute.path_count(s, t));
                CHECK(static_cast<double>(found.paths.size()) == found.count);
                CHECK(std::is_sorted(found.paths.begin(), found.paths.end(),
                                     [](const auto& a, const auto& b) { return a.actors < b.actors; }));
                for (const ActorPath& path : found.paths) {
                    double length = 0;
                    for (const std::uint32_t tie : path.ties) length += 1 / graph.merged.ties[tie].strength;
                    CHECK(length == Approx(brute.distance(s, t)).epsilon(1e-12));
                }
            }
        }
    }
}

TEST_CASE("fractions become whole costs with a common unit, other numbers keep a tolerance") {
    const std::vector<double> fractions{1, 2, 3, 0.25, 7.0 / 3};
    const PathCosts exact = path_costs(fractions, 100);
    CHECK(exact.tolerance == 0);
    for (std::size_t i = 0; i < fractions.size(); ++i) {
        CHECK(exact.of_strength[i] == std::floor(exact.of_strength[i]));
        CHECK(exact.of_strength[i] * exact.unit == Approx(1 / fractions[i]).epsilon(1e-15));
    }
    CHECK(path_costs(std::vector{0.1 + 0.2, 0.3}, 100).of_strength[0] ==
          path_costs(std::vector{0.1 + 0.2, 0.3}, 100).of_strength[1]);
    CHECK(path_costs(std::vector{std::sqrt(2.0), std::sqrt(3.0)}, 100).tolerance > 0);
    CHECK(path_costs(std::vector{5.0, 5.0, 0.0}, 100).uniform);
    CHECK(path_costs(std::vector{5.0, 5.0, 0.0}, 100).unit == 0.2);
    CHECK(path_costs(std::vector{0.0}, 100).of_strength[0] == std::numeric_limits<double>::infinity());
}

// a - b - c - d   and   e -> b : who is near is told without regard to direction
TEST_CASE("the surroundings of an actor are all within so many ties, whatever their direction") {
    const Graph graph = graph_of("a->b, b->c, c->d, e->b");
    CHECK(surroundings(graph, 1, 1).vertices == std::vector<Vertex>{0, 1, 2, 4});
    CHECK(surroundings(graph, 1, 1).hops == std::vector<std::uint32_t>{1, 0, 1, 1});
    CHECK(surroundings(graph, 0, 2).vertices == std::vector<Vertex>{0, 1, 2, 4});
    CHECK(surroundings(graph, 3, 0).vertices == std::vector<Vertex>{3});
    const Graph part = induced(graph, {0, 1, 4});
    CHECK(part.vertex_count() == 3);
    CHECK(part.tie_count() == 2);
    CHECK(part.actors.back() == static_cast<ActorId>(4));
    CHECK(part.merged.rows_of(1).front() == static_cast<TieId>(3));
}
