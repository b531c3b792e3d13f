#include "analysis/centrality/modes.hpp"

#include <catch2/catch.hpp>
#include <cmath>
#include <map>

#include "analysis/summary/summary.hpp"
#include "support/networks.hpp"

using namespace entente;

namespace {

std::map<std::string, double> scores(const Network& network, const char* measure, Direction direction = {}) {
    const TieSelection selection{.direction = direction};
    const Graph graph = build_graph(network, selection);
    const ScoreTable table = score_table({network, selection, graph}, {measure}, {.normalized = true}, {});
    std::map<std::string, double> values;
    for (std::size_t v = 0; v < table.actors.size(); ++v)
        values[std::string(network.id(table.actors[v]))] = table.columns[0].values[v];
    return values;
}

void check_values(const std::map<std::string, double>& found, const std::map<std::string, double>& expected) {
    for (const auto& [id, value] : expected) {
        INFO(id);
        CHECK(found.at(id) == Approx(value).epsilon(1e-12));
    }
}

const char* const memberships = "h-C, h-F, b-F, b-U, c-U, c-F, d-C, e-X, f-X, f-C";

}  // namespace

// NetworkX 2.8.8: bipartite.degree_centrality, closeness_centrality, betweenness_centrality.
TEST_CASE("two-mode data are normalized by what an actor of its mode can have, as NetworkX does") {
    const Network network = test::network_of(memberships);
    check_values(scores(network, "degree"),
                 {{"h", 0.5}, {"C", 0.5}, {"U", 1.0 / 3}, {"d", 0.25}, {"X", 1.0 / 3}});
    check_values(scores(network, "closeness"), {{"h", 0.7},
                                                {"C", 0.6},
                                                {"F", 0.5454545454545454},
                                                {"b", 0.5},
                                                {"U", 0.35294117647058826},
                                                {"e", 0.3684210526315789},
                                                {"f", 0.5833333333333334}});
    check_values(scores(network, "betweenness"), {{"h", 0.6666666666666666},
                                                  {"C", 0.696969696969697},
                                                  {"F", 0.5606060606060606},
                                                  {"b", 0.11666666666666667},
                                                  {"U", 0.015151515151515152},
                                                  {"X", 0.24242424242424243},
                                                  {"d", 0}});
}

TEST_CASE("closeness of two modes counts the part that is reached, as NetworkX does") {
    const Network network = test::network_of("h-C, h-F, b-F, b-U, c-U, c-F, d-C, e-X, f-X");
    check_values(scores(network, "closeness"), {{"e", 1.037037037037037},
                                                {"c", 0.7179487179487178},
                                                {"h", 0.8484848484848484},
                                                {"U", 0.5},
                                                {"X", 1.3333333333333333}});
}

TEST_CASE("a source that sends a tie to every target has the out-degree 1, normalized") {
    const Network network = test::network_of("a->x, a->y, b->x, c->y, c->x");
    const auto sent = scores(network, "out_degree"), received = scores(network, "in_degree");
    CHECK(sent.at("a") == 1);
    CHECK(sent.at("b") == 0.5);
    CHECK(sent.at("x") == 0);
    CHECK(received.at("x") == 1);
}

TEST_CASE("data of one mode and weighted or directed paths are normalized as ever") {
    const auto one_mode = scores(test::network_of("a-b, b-c, c-d, d-e, e-a, a-c"), "degree");
    CHECK(one_mode.at("a") == 0.75);
    const auto weighted = scores(test::network_of("h-C 2, h-F 1, b-F 1, b-U 1, c-U 1, c-F 1"), "closeness");
    CHECK(weighted.at("h") < 1);
    CHECK(scores(test::network_of("h-C 2, h-F 1, b-F 1, b-U 1, c-U 1, c-F 1"), "degree").at("h") ==
          Approx(2.0 / 3));
}

TEST_CASE("clustering and transitivity of two-mode data are undefined, with the reason") {
    const Network network = test::network_of(memberships);
    const Graph graph = build_graph(network, {});
    const ScoreTable table = score_table({network, {}, graph}, {"clustering"}, {}, {});
    for (const double value : table.columns[0].values) CHECK(std::isnan(value));
    CHECK_THAT(table.columns[0].remark, Catch::Contains("two-mode"));
    const Summary summary = summarize({network, {}, graph}, {}, {});
    CHECK(std::isnan(summary.transitivity));
    CHECK(std::isnan(summary.mean_clustering));
    REQUIRE_FALSE(summary.left_out.empty());
    CHECK_THAT(summary.left_out.front(), Catch::Contains("transitivity"));
}

// The actor in the middle of a network in which all of its mode hang on it.
TEST_CASE("the most betweenness of a mode is what its middle has") {
    for (const double own : {2.0, 3.0, 7.0}) CHECK(most_betweenness(own, 0) == 0);
    CHECK(most_betweenness(6, 4) == 30);
    CHECK(most_betweenness(4, 6) == 33);
}
