#include <algorithm>
#include <catch2/catch.hpp>

#include "base/disjoint_sets.hpp"
#include "graph/components.hpp"
#include "support/networks.hpp"

using namespace entente;
using test::graph_of;
using test::network_of;

TEST_CASE("parallel ties between a pair become one tie whose strength is their sum") {
    const Graph graph = graph_of("a-b 2, b-a 3, b-c 1");
    REQUIRE(graph.tie_count() == 2);
    CHECK(graph.merged.ties[0].strength == 5);
    CHECK(graph.merged.rows_of(0).size() == 2);
    CHECK(graph.out().degree(1) == 2);
}

TEST_CASE("every merge rule gives its own strength") {
    const Network network = network_of("a-b 2, a-b 4, b-a 3");
    TieSelection selection;
    const auto strength = [&](MergeRule rule) {
        selection.merge = rule;
        return build_graph(network, selection).merged.ties.at(0).strength;
    };
    CHECK(strength(MergeRule::sum) == 9);
    CHECK(strength(MergeRule::max) == 4);
    CHECK(strength(MergeRule::min) == 2);
    CHECK(strength(MergeRule::mean) == 3);
    CHECK(strength(MergeRule::count) == 3);
}

TEST_CASE("unweighted, a merged pair counts 1") {
    TieSelection selection;
    selection.weighting = Weighting::unweighted;
    const Graph graph = build_graph(network_of("a-b 2, a-b 4"), selection);
    CHECK_FALSE(graph.weighted());
    CHECK(graph.merged.ties.at(0).strength == 1);
}

TEST_CASE("one directed row makes the network directed and rows that say nothing run both ways") {
    const Graph graph = graph_of("a->b, b-c");
    REQUIRE(graph.directed());
    CHECK(graph.arc_count() == 3);
    CHECK(graph.out().degree(0) == 1);
    CHECK(graph.in().degree(0) == 0);
    CHECK(graph.out().degree(2) == 1);
}

TEST_CASE("told --directed where no row says anything, every row is an arc") {
    const Graph graph = graph_of("a-b, b-c", Direction::directed);
    CHECK(graph.arc_count() == 2);
    CHECK(graph.out().degree(2) == 0);
}

TEST_CASE("reversed arcs run from target to source") {
    const Graph graph = graph_of("a->b, b->c", Direction::reversed);
    CHECK(graph.out().degree(0) == 0);
    CHECK(graph.in().degree(0) == 1);
}

TEST_CASE("the largest component is all that remains when asked for") {
    TieSelection selection;
    selection.largest_component = true;
    const Graph graph = build_graph(network_of("a-b, c-d, d-e, f"), selection);
    CHECK(graph.vertex_count() == 3);
    CHECK(graph.tie_count() == 2);
    CHECK(graph.actors.front() == static_cast<ActorId>(2));
}

TEST_CASE("hostile ties stay out of the default view") {
    TieSelection selection;
    CHECK(build_graph(network_of("a-b +, b-c -, c-d"), selection).tie_count() == 2);
    selection.signs = SignFilter::negative;
    CHECK(build_graph(network_of("a-b +, b-c -, c-d"), selection).tie_count() == 1);
}

TEST_CASE("symmetrising adds the strengths of both directions") {
    const Graph graph = symmetrized(graph_of("a->b 2, b->a 3, b->c 1"));
    REQUIRE(graph.tie_count() == 2);
    CHECK(graph.merged.ties[0].strength == 5);
    CHECK(graph.merged.rows_of(0).size() == 2);
}

TEST_CASE("components are found with and without regard to direction") {
    const Graph graph = graph_of("a->b, b->c, c->a, c->d, e");
    CHECK(weak_components(graph).count() == 2);
    CHECK(strong_components(graph).count() == 3);
    CHECK(strong_components(graph).sizes.front() == 3);
}

// a - b - c   d in the middle of a bow tie: d alone holds the two triangles together
TEST_CASE("the actor that joins two triangles is an articulation actor") {
    CHECK(articulation_vertices(graph_of("a-b, b-d, d-a, d-c, c-e, e-d")) == std::vector<Vertex>{2});
    CHECK(articulation_vertices(graph_of("a-b, b-c, c-a")).empty());
    CHECK(articulation_vertices(graph_of("a-b, b-c")) == std::vector<Vertex>{1});
}

TEST_CASE("articulation actors are those without whom a component falls apart") {
    for (const std::uint64_t seed : {1, 2, 3, 4, 5, 6}) {
        for (const bool directed : {false, true}) {
            const Graph graph = test::random_graph(seed, 14, 0.12, directed);
            const std::vector<Vertex> found = articulation_vertices(graph);
            const std::size_t before = weak_components(graph).count();
            for (Vertex gone = 0; gone < graph.vertex_count(); ++gone) {
                balance::DisjointSets sets(static_cast<std::uint32_t>(graph.vertex_count()));
                for (Vertex v = 0; v < graph.vertex_count(); ++v) {
                    for (const Vertex w : graph.out().neighbors(v)) {
                        if (v != gone && w != gone) sets.unite(v, w);
                    }
                }
                std::size_t without = 0;
                for (Vertex v = 0; v < graph.vertex_count(); ++v) without += v != gone && sets.of(v) == v;
                const bool alone = graph.out().degree(gone) + graph.in().degree(gone) == 0;
                CHECK((without > before - (alone ? 1 : 0)) == std::ranges::binary_search(found, gone));
            }
        }
    }
}
