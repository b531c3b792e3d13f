#include "analysis/igraph.hpp"

#include <catch2/catch.hpp>

#include "base/error.hpp"
#include "support/networks.hpp"

using namespace entente;
using test::graph_of;

TEST_CASE("igraph's copy of a graph has the same vertices and, edge by edge, the same ties") {
    const Graph graph = graph_of("a->b 2, b->a 3, b->c 4, d");
    const Control control;
    const ig::Turn turn(control);
    const ig::Topology copy = ig::topology_of(graph);
    REQUIRE(igraph_vcount(copy.get()) == 4);
    REQUIRE(igraph_ecount(copy.get()) == 3);
    CHECK(igraph_is_directed(copy.get()));
    for (std::size_t t = 0; t < graph.tie_count(); ++t) {
        CHECK(static_cast<std::size_t>(IGRAPH_FROM(copy.get(), static_cast<igraph_integer_t>(t))) ==
              index(graph.merged.ties[t].source));
        CHECK(static_cast<std::size_t>(IGRAPH_TO(copy.get(), static_cast<igraph_integer_t>(t))) ==
              index(graph.merged.ties[t].target));
        CHECK(ig::view(ig::strengths_of(graph))[t] == graph.merged.ties[t].strength);
    }
    CHECK(ig::view(ig::costs_of(graph))[2] == 0.25);
}

TEST_CASE("a failed call of igraph is an internal error with its reason, any number of times") {
    const Control control;
    const ig::Turn turn(control);
    for (int i = 0; i < 200; ++i) {
        CHECK_THROWS_WITH(
            ig::Topology([](igraph_t* raw) { return igraph_ring(raw, -1, IGRAPH_UNDIRECTED, false, true); }),
            Catch::Contains("igraph: ") && Catch::Contains("negative"));
    }
}

TEST_CASE("igraph gives up when the run is stopped") {
    const Graph graph = test::random_graph(1, 400, 0.2, false);
    const std::atomic<bool> stop{true};
    Control control;
    control.stop = &stop;
    const ig::Turn turn(control);
    const ig::Topology copy = ig::topology_of(graph);
    ig::Reals result = ig::reals();
    try {
        ig::check(igraph_betweenness(copy.get(), result.get(), igraph_vss_all(), IGRAPH_UNDIRECTED, nullptr));
        FAIL("it went on");
    } catch (const Error& error) {
        CHECK(error.fault() == Fault::interrupted);
    }
}
