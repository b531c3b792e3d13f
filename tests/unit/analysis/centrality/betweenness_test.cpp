#include "analysis/centrality/betweenness.hpp"

#include <catch2/catch.hpp>

#include "base/error.hpp"
#include "support/brute_paths.hpp"
#include "support/networks.hpp"

using namespace entente;
using test::graph_of;

namespace {

void check_close(const std::vector<double>& ours, const std::vector<double>& theirs) {
    REQUIRE(ours.size() == theirs.size());
    for (std::size_t i = 0; i < ours.size(); ++i)
        CHECK(ours[i] == Approx(theirs[i]).epsilon(1e-12).margin(1e-12));
}

}  // namespace

TEST_CASE("the middle of a star lies between all pairs of the others") {
    CHECK(betweenness(graph_of("m-a, m-b, m-c, m-d")) == std::vector<double>{6, 0, 0, 0, 0});
    CHECK(betweenness(graph_of("a->m, b->m, m->c")) == std::vector<double>{0, 2, 0, 0});
}

// a - b     each of the two ways round carries half of each diagonal
// |   |
// d - c
TEST_CASE("two equally short ways share the betweenness") {
    const Graph graph = graph_of("a-b, b-c, c-d, d-a");
    CHECK(betweenness(graph) == std::vector<double>{0.5, 0.5, 0.5, 0.5});
    CHECK(tie_betweenness(graph) == std::vector<double>{2, 2, 2, 2});
}

TEST_CASE("parallel rows between two actors do not count as two paths") {
    CHECK(betweenness(graph_of("a-b, b-c, c-d, d-a, a-b")) == std::vector<double>{0.5, 0.5, 0.5, 0.5});
}

TEST_CASE("betweenness of actors and ties follows its definition on small random graphs") {
    for (std::uint64_t seed = 0; seed < 600; ++seed) {
        const Graph graph =
            test::random_graph(seed, 3 + seed % 11, 0.1 + 0.05 * static_cast<double>(seed % 9), seed % 2 == 1,
                               seed % 3 == 0 ? 0 : static_cast<unsigned>(seed % 7));
        const test::BrutePaths brute(graph);
        INFO("seed " << seed);
        check_close(betweenness(graph), brute.betweenness());
        check_close(tie_betweenness(graph), brute.tie_betweenness());
    }
}

TEST_CASE("betweenness of a long, thin network follows its definition") {
    std::string text;
    for (int x = 0; x < 70; ++x) {
        for (int y = 0; y < 3; ++y) {
            const auto name = [](int column, int row) {
                return "v" + std::to_string(column) + "_" + std::to_string(row);
            };
            if (y < 2) text += name(x, y) + "-" + name(x, y + 1) + ", ";
            if (x < 69) text += name(x, y) + "-" + name(x + 1, (y + x) % 3) + ", ";
        }
    }
    for (const Direction direction : {Direction::automatic, Direction::directed}) {
        const Graph graph = graph_of(text, direction);
        const test::BrutePaths brute(graph);
        check_close(betweenness(graph), brute.betweenness());
        check_close(tie_betweenness(graph), brute.tie_betweenness());
        CHECK(betweenness(graph, {.threads = 2}) == betweenness(graph));
    }
}

TEST_CASE("no actors, one actor and no ties have no betweenness") {
    CHECK(betweenness(graph_of("")).empty());
    CHECK(betweenness(graph_of("a")) == std::vector<double>{0});
    CHECK(betweenness(graph_of("a, b, c")) == std::vector<double>{0, 0, 0});
    CHECK(tie_betweenness(graph_of("a, b")).empty());
}

TEST_CASE("betweenness has the same bytes for any number of threads") {
    for (const unsigned most_weight : {0U, 5U}) {
        const Graph graph = test::random_graph(7, 300, 0.03, false, most_weight);
        const auto one = betweenness(graph, {.threads = 1});
        CHECK(betweenness(graph, {.threads = 2}) == one);
        CHECK(betweenness(graph, {.threads = 3}) == one);
        CHECK(tie_betweenness(graph, {.threads = 3}) == tie_betweenness(graph, {.threads = 1}));
    }
}

TEST_CASE("betweenness stops when asked to") {
    const std::atomic<bool> stop{true};
    const Graph graph = test::random_graph(7, 300, 0.03, false);
    CHECK_THROWS_AS(betweenness(graph, {.threads = 2, .stop = &stop}), Error);
    CHECK_THROWS_AS(tie_betweenness(graph, {.threads = 1, .stop = &stop}), Error);
}

// Strengths a million times apart need more buckets than there are: a heap serves.
TEST_CASE("costs far from each other give the same betweenness as costs near each other") {
    const Graph near = graph_of("a-b 2, b-c 2, c-d 2, d-a 2, a-e 4, e-c 4, d-f 1");
    const Graph far = graph_of("a-b 2, b-c 2, c-d 2, d-a 2, a-e 4, e-c 4, d-f 0.00001");
    CHECK(betweenness(near) == betweenness(far));
    CHECK(tie_betweenness(near) == tie_betweenness(far));
    CHECK(betweenness(near) == test::BrutePaths(near).betweenness());
}

// Sparse graphs fall apart into blocks and pendant trees, each of which is searched by itself.
TEST_CASE("betweenness of sparse graphs, searched block by block, follows its definition") {
    for (std::uint64_t seed = 0; seed < 400; ++seed) {
        const Graph graph = test::random_graph(seed, 20, 0.06 + 0.01 * static_cast<double>(seed % 6), false,
                                               seed % 2 == 0 ? 0 : 4);
        const test::BrutePaths brute(graph);
        INFO("seed " << seed);
        check_close(betweenness(graph), brute.betweenness());
        check_close(tie_betweenness(graph), brute.tie_betweenness());
    }
}
