#include "analysis/centrality/sweeps/lengths/betweenness_lengths.hpp"

#include <catch2/catch.hpp>
#include <cmath>

#include "support/instruction_sets.hpp"
#include "support/networks.hpp"

using namespace entente;

namespace {

// As random_graph, with strengths made of its whole numbers: as they are (lengths that floats hold), 19 and
// 23 times apart and more (lengths that only doubles hold), or roots (lengths that are compared with a
// tolerance).
enum class Strengths { small, wide, roots };

Graph graph_with(Strengths kind, std::uint64_t seed, std::size_t n, bool directed) {
    Graph graph = test::random_graph(seed, n, 7.0 / static_cast<double>(n), directed, 5);
    MergedTies merged = graph.merged;
    for (MergedTie& tie : merged.ties) {
        if (kind == Strengths::wide)
            tie.strength =
                std::vector<double>{1, 7, 11, 19, 23}[static_cast<std::size_t>(tie.strength) - 1] * 13;
        if (kind == Strengths::wide && tie.strength == 13) tie.strength = 17 * 29 * 31;
        if (kind == Strengths::roots) tie.strength = std::sqrt(tie.strength + 1);
    }
    return {graph.actors, std::move(merged), directed, true};
}

}  // namespace

TEST_CASE(
    "every instruction set and number of threads gives the same bytes of weighted betweenness, and those of "
    "a search from each source") {
    for (const Strengths kind : {Strengths::small, Strengths::wide, Strengths::roots}) {
        for (const bool directed : {false, true}) {
            for (const std::size_t n : {5U, 17U, 130U}) {
                CAPTURE(static_cast<int>(kind), directed, n);
                const Graph graph = graph_with(kind, n, n, directed);
                const PathGraph paths = path_graph(graph);
                REQUIRE((paths.tolerance > 0) == (kind == Strengths::roots));
                for (const std::size_t ties : {std::size_t{0}, graph.tie_count()}) {
                    const BetweennessInput input{paths, {}, ties};
                    const std::vector<double> sums =
                        betweenness_by_length(input, {}, InstructionSet::baseline);
                    for (const InstructionSet set : test::instruction_sets()) {
                        for (const unsigned threads : {1U, 2U, 3U})
                            CHECK(betweenness_by_length(input, {.threads = threads}, set) == sums);
                    }
                    const std::vector<double> one_by_one = betweenness_of_many_paths(input, {});
                    REQUIRE(sums.size() == one_by_one.size());
                    for (std::size_t i = 0; i < sums.size(); ++i)
                        CHECK(sums[i] == Approx(one_by_one[i]).epsilon(1e-12).margin(1e-12));
                }
            }
        }
    }
}

TEST_CASE("a node that stands for many vertices counts as many where ties cost differently") {
    const Graph part = test::graph_of("a-b 2, b-c 1, c-d 2, d-a 1, b-d 3");
    const std::vector<double> weight{3, 1, 2, 1};
    const PathGraph paths = path_graph(part);
    const auto expected = betweenness_of_many_paths({paths, weight, 0}, {});
    for (const InstructionSet set : test::instruction_sets())
        CHECK(betweenness_by_length({paths, weight, 0}, {}, set) == expected);
}

// All lengths meet at the far side of a ring, whichever way round the sources' waves pass through it.
TEST_CASE("weighted betweenness of a long ring is known") {
    std::string text;
    const int n = 1200;
    for (int i = 0; i < n; ++i)
        text += "v" + std::to_string(i) + "-v" + std::to_string((i + 1) % n) + (i % 2 == 0 ? " 1, " : " 2, ");
    const Graph graph = test::graph_of(text);
    const auto sums = betweenness_by_length({path_graph(graph), {}, 0}, {.threads = 2});
    // A pair k ties apart, k < n/2, has k − 1 actors between; those opposite each other have two ways, all n
    // − 2 others halved.
    const double half = n / 2.0, expected = 2 * (half - 1) * (half - 2) / 2 + (half - 1);
    for (const double sum : sums) CHECK(sum == Approx(expected).epsilon(1e-12));
}
