#include "analysis/centrality/sweeps/betweenness_sweep.hpp"

#include <algorithm>
#include <catch2/catch.hpp>

#include "base/error.hpp"
#include "graph/vertex_order.hpp"
#include "support/brute_paths.hpp"
#include "support/instruction_sets.hpp"
#include "support/networks.hpp"

using namespace entente;

TEST_CASE("every instruction set gives the same bytes of betweenness") {
    for (const bool directed : {false, true}) {
        for (const std::size_t n : {5U, 100U, 700U}) {
            const Graph graph = test::random_graph(n, n, 6.0 / static_cast<double>(n), directed);
            const PathGraph paths = path_graph(graph);
            const auto nodes = betweenness_sweep({paths, {}, 0}, {}, InstructionSet::baseline);
            const auto ties = betweenness_sweep({paths, {}, graph.tie_count()}, {}, InstructionSet::baseline);
            for (const InstructionSet set : test::instruction_sets()) {
                CHECK(betweenness_sweep({paths, {}, 0}, {}, set) == nodes);
                CHECK(betweenness_sweep({paths, {}, graph.tie_count()}, {.threads = 2}, set) == ties);
            }
        }
    }
}

// A pendant tree folded into the node it hangs at: the pairs between the rest keep their betweenness.
TEST_CASE("a node that stands for many vertices counts as many sources and targets") {
    const Graph whole = test::graph_of("a-b, b-c, c-d, d-a, a-x, a-y, c-z");
    const Graph part = test::graph_of("a-b, b-c, c-d, d-a");
    const std::vector<double> weight{3, 1, 2, 1};
    const auto expected = test::BrutePaths(whole).betweenness();
    for (const InstructionSet set : test::instruction_sets()) {
        const auto sums = betweenness_sweep({path_graph(part), weight, 0}, {}, set);
        CHECK(sums[1] / 2 == expected[1]);
        CHECK(sums[3] / 2 == expected[3]);
    }
}

// m0 - (a0 | b0) - m1 - (a1 | b1) - m2 …: two ways through each diamond. Through 980 of them there are more
// ways than a double counts without losing digits of their shares.
TEST_CASE("a long chain of diamonds has as many shortest paths as powers of two", "[slow]") {
    for (const int half : {100, 490}) {
        std::string text;
        for (int i = 0; i < 2 * half; ++i) {
            const std::string here = std::to_string(i), next = std::to_string(i + 1);
            text += "m" + here + "-a" + here + ", m" + here + "-b" + here + ", a" + here + "-m" + next +
                    ", b" + here + "-m" + next + ", ";
        }
        const Graph graph = test::graph_of(text);
        const auto sums = betweenness_sweep({path_graph(graph), {}, 0}, {.threads = 2});
        // The middle joint lies between all 3 · half vertices of the one side and those of the other, and
        // carries half of the path between the two actors of each diamond beside it; the first joint only
        // that.
        CHECK(sums[0] == Approx(1).epsilon(1e-9));
        CHECK(*std::max_element(sums.begin(), sums.end()) ==
              Approx(2.0 * 9 * half * half + 2).epsilon(1e-12));
    }
}

TEST_CASE("the order for caches lists every vertex once") {
    const auto check = [](const Graph& graph) {
        std::vector<Vertex> order = order_for_caches(graph);
        REQUIRE(order.size() == graph.vertex_count());
        std::sort(order.begin(), order.end());
        for (Vertex v = 0; v < order.size(); ++v) CHECK(order[v] == v);
    };
    for (std::uint64_t seed = 0; seed < 20; ++seed) check(test::random_graph(seed, 50, 0.05, seed % 2 == 1));
    std::string chain = "alone";
    for (int i = 0; i < 100; ++i) chain += ", a" + std::to_string(i) + "-a" + std::to_string(i + 1);
    check(test::graph_of(chain));
}

TEST_CASE("ordering for caches stops when asked to") {
    const std::atomic<bool> stop{true};
    CHECK_THROWS_AS(order_for_caches(test::random_graph(1, 50, 0.1, false), {.stop = &stop}), Error);
}
