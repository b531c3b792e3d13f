#include "graph/signed_graph.hpp"

#include <catch2/catch.hpp>

#include "support/networks.hpp"

using namespace entente;
using test::network_of;

TEST_CASE("A signed graph keeps the positive and the negative rows of a pair apart") {
    const Network network = network_of("a-b +2, b-a -0.5, a->b +1, b-c -3, c-d 4, d-e +0");
    const SignedGraph graph = build_signed_graph(network, {});
    REQUIRE(graph.actors.size() == 5);
    REQUIRE(graph.pairs.size() == 2);
    CHECK(graph.unsigned_rows == 1);
    CHECK(graph.weighted);
    CHECK(graph.pairs[0].positive == 3);
    CHECK(graph.pairs[0].negative == 0.5);
    CHECK(graph.pairs[0].positive_rows == 2);
    CHECK(graph.pairs[0].negative_rows == 1);
    CHECK(graph.pairs[0].conflicting());
    CHECK_FALSE(graph.pairs[1].conflicting());
    CHECK(graph.rows_of(0).size() == 3);
    REQUIRE(graph.incident_to(1).size() == 2);
    CHECK(graph.incident_to(1)[0].other == 0);
    CHECK(graph.incident_to(1)[1].pair == 1);
}

TEST_CASE("A signed graph counts rows when unweighted and merges each sign by the rule when weighted") {
    const Network network = network_of("a-b +2, a-b +5, a-b -1");
    TieSelection selection;
    selection.weighting = Weighting::unweighted;
    CHECK(build_signed_graph(network, selection).pairs[0].positive == 2);
    selection.weighting = Weighting::weighted;
    selection.merge = MergeRule::max;
    CHECK(build_signed_graph(network, selection).pairs[0].positive == 5);
    CHECK(build_signed_graph(network, selection).pairs[0].negative == 1);
}

TEST_CASE("The largest component of a signed graph is found on its signed pairs") {
    const Network network = network_of("a-b +, b-c, c-d -, d-e +, f");
    TieSelection selection;
    selection.largest_component = true;
    const SignedGraph graph = build_signed_graph(network, selection);
    REQUIRE(graph.actors.size() == 3);
    CHECK(network.id(graph.actors[0]) == "c");
    REQUIRE(graph.pairs.size() == 2);
    CHECK(graph.pairs[1].a == 1);
    CHECK(graph.pairs[1].b == 2);
}
