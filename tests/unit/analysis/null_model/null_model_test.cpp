#include "analysis/null_model/null_model.hpp"

#include <catch2/catch.hpp>
#include <cmath>
#include <map>
#include <set>

#include "analysis/null_model/rewiring.hpp"
#include "support/networks.hpp"
#include "support/zachary.hpp"

using namespace entente;

namespace {

std::vector<std::size_t> degrees(const Adjacency& adjacency, std::size_t n) {
    std::vector<std::size_t> result;
    for (Vertex v = 0; v < n; ++v) result.push_back(adjacency.degree(v));
    return result;
}

bool is_simple(const Graph& graph) {
    for (Vertex v = 0; v < graph.vertex_count(); ++v) {
        const auto neighbors = graph.out().neighbors(v);
        std::set<Vertex> different(neighbors.begin(), neighbors.end());
        if (different.size() != neighbors.size() || different.contains(v)) return false;
    }
    return true;
}

std::string shape(const Graph& graph) {
    std::string text;
    for (Vertex v = 0; v < graph.vertex_count(); ++v) {
        for (const Vertex w : graph.out().neighbors(v))
            text += std::to_string(v) + ">" + std::to_string(w) + " ";
    }
    return text;
}

// How often each graph comes out of many draws.
std::map<std::string, int> drawn_shapes(const Graph& graph, int draws) {
    std::map<std::string, int> counts;
    for (int i = 0; i < draws; ++i) {
        Random random(11, static_cast<std::uint64_t>(i));
        ++counts[shape(rewired(graph, 10 * graph.tie_count(), random).graph)];
    }
    return counts;
}

const NullFigure& figure(const NullModelComparison& comparison, const std::string& name) {
    for (const NullFigure& f : comparison.figures) {
        if (f.name == name) return f;
    }
    throw std::runtime_error(name);
}

}  // namespace

TEST_CASE("rewiring keeps every degree and the network simple, and changes it") {
    for (const bool directed : {false, true}) {
        const Graph graph = test::random_graph(5, 60, 0.08, directed, 3);
        Random random(1);
        const Graph other = rewired(graph, 10 * graph.tie_count(), random).graph;
        CHECK(degrees(other.out(), 60) == degrees(graph.out(), 60));
        CHECK(degrees(other.in(), 60) == degrees(graph.in(), 60));
        CHECK(is_simple(other));
        CHECK(shape(other) != shape(graph));
        double before = 0, after = 0;
        for (const MergedTie& tie : graph.merged.ties) before += tie.strength;
        for (const MergedTie& tie : other.merged.ties) after += tie.strength;
        CHECK(before == after);
    }
}

TEST_CASE("rewiring draws every network of the degrees alike often") {
    // a hexagon has degree 2 six times: 60 hexagons and 10 pairs of triangles
    const auto counts = drawn_shapes(test::graph_of("a-b, b-c, c-d, d-e, e-f, f-a"), 7000);
    CHECK(counts.size() == 70);
    for (const auto& [text, count] : counts)
        CHECK((count > 60 && count < 145));  // 100 ± 4.5 standard deviations
}

TEST_CASE("a directed cycle of three can be turned round") {
    const auto counts = drawn_shapes(test::graph_of("a->b, b->c, c->a"), 400);
    CHECK(counts.size() == 2);
}

TEST_CASE("the club's transitivity and modularity are more than its degrees explain") {
    NullOptions options;
    options.replicates = 200;
    TieSelection selection;
    const NullModelComparison comparison =
        compare_with_null(build_graph(test::zachary(), selection), options, {});
    CHECK(figure(comparison, "transitivity").observed == Approx(0.2556818182).epsilon(1e-9));
    CHECK(figure(comparison, "degree_assortativity").observed == Approx(-0.4756130977).epsilon(1e-9));
    CHECK(figure(comparison, "modularity").observed == Approx(0.4197896).margin(1e-6));
    CHECK(figure(comparison, "modularity").z > 3);
    CHECK(figure(comparison, "modularity").p == Approx(1.0 / 201));
    CHECK(std::isnan(figure(comparison, "reciprocity").observed));
    // python-igraph, rewire(n=1560) 3,000 times
    CHECK(figure(comparison, "transitivity").mean == Approx(0.2235).margin(0.008));
    CHECK(figure(comparison, "transitivity").deviation == Approx(0.0253).margin(0.006));
}

TEST_CASE("the comparison with chance is the same for any number of threads") {
    NullOptions options;
    options.replicates = 20;
    const Graph graph = test::random_graph(9, 40, 0.1, true);
    Control three;
    three.threads = 3;
    const NullModelComparison a = compare_with_null(graph, options, {}),
                              b = compare_with_null(graph, options, three);
    for (std::size_t i = 0; i < a.figures.size(); ++i) {
        CHECK(a.figures[i].mean == b.figures[i].mean);
        CHECK(a.figures[i].deviation == b.figures[i].deviation);
        CHECK(a.figures[i].p == b.figures[i].p);
    }
}

TEST_CASE("where chance cannot change a figure there is no z") {
    NullOptions options;
    options.replicates = 10;
    const NullModelComparison comparison = compare_with_null(test::graph_of("a-b, a-c, a-d"), options, {});
    CHECK(std::isnan(figure(comparison, "transitivity").z));
    CHECK(std::isnan(figure(comparison, "transitivity").p));  // and no p of 1 without a word
    CHECK(comparison.exchanges.accepted_a_tie == 0);
    CHECK(comparison.exchanges.remark.find("no exchange of ends was possible") == 0);
    CHECK(std::isnan(figure(compare_with_null(test::graph_of("a, b"), options, {}), "modularity").observed));
}
