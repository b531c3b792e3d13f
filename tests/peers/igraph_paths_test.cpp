// Path measures beside those of igraph, on graphs too large for the definition.
#include <igraph/igraph.h>

#include <catch2/catch.hpp>
#include <cmath>

#include "analysis/centrality/betweenness.hpp"
#include "analysis/centrality/distances.hpp"
#include "support/networks.hpp"

using namespace entente;

namespace {

class Peer {
public:
    explicit Peer(const Graph& graph) : graph_(graph) {
        igraph_vector_int_init(&edges_, 0);
        igraph_vector_init(&costs_, 0);
        igraph_vector_init(&values_, 0);
        for (const MergedTie& tie : graph.merged.ties) {
            igraph_vector_int_push_back(&edges_, static_cast<igraph_integer_t>(index(tie.source)));
            igraph_vector_int_push_back(&edges_, static_cast<igraph_integer_t>(index(tie.target)));
            igraph_vector_push_back(&costs_, 1 / tie.strength);
        }
        igraph_create(&peer_, &edges_, static_cast<igraph_integer_t>(graph.vertex_count()), graph.directed());
    }
    Peer(const Peer&) = delete;
    Peer& operator=(const Peer&) = delete;
    ~Peer() {
        igraph_destroy(&peer_);
        igraph_vector_destroy(&values_);
        igraph_vector_destroy(&costs_);
        igraph_vector_int_destroy(&edges_);
    }

    std::vector<double> betweenness() {
        return done(igraph_betweenness(&peer_, &values_, igraph_vss_all(), graph_.directed(), costs()));
    }
    std::vector<double> tie_betweenness() {
        return done(igraph_edge_betweenness(&peer_, &values_, graph_.directed(), costs()));
    }
    std::vector<double> harmonic() {
        return done(
            igraph_harmonic_centrality(&peer_, &values_, igraph_vss_all(), IGRAPH_OUT, costs(), false));
    }
    std::vector<double> eccentricity() {
        return done(igraph_eccentricity(&peer_, &values_, igraph_vss_all(), IGRAPH_OUT));
    }

private:
    const igraph_vector_t* costs() const { return graph_.weighted() ? &costs_ : nullptr; }
    std::vector<double> done(igraph_error_t code) {
        REQUIRE(code == IGRAPH_SUCCESS);
        return {VECTOR(values_), VECTOR(values_) + igraph_vector_size(&values_)};
    }

    const Graph& graph_;
    igraph_t peer_;
    igraph_vector_int_t edges_;
    igraph_vector_t costs_, values_;
};

double largest_difference(const std::vector<double>& ours, const std::vector<double>& theirs) {
    REQUIRE(ours.size() == theirs.size());
    double largest = 0;
    for (std::size_t i = 0; i < ours.size(); ++i) {
        REQUIRE(std::isfinite(ours[i]));
        largest = std::max(largest, std::abs(ours[i] - theirs[i]) / std::max(1.0, std::abs(theirs[i])));
    }
    return largest;
}

// Strengths 2, 4, 8 … 2^most: their costs are exact, so that igraph finds equal paths equal too.
Graph powers_of_two(std::uint64_t seed, std::size_t vertices, double density, bool directed, unsigned most) {
    Graph graph = test::random_graph(seed, vertices, density, directed, most);
    for (MergedTie& tie : graph.merged.ties) tie.strength = std::exp2(tie.strength);
    return {graph.actors, graph.merged, directed, true};
}

void compare(const Graph& graph) {
    Peer peer(graph);
    const Control control{.threads = 2};
    CHECK(largest_difference(betweenness(graph, control), peer.betweenness()) < 1e-12);
    CHECK(largest_difference(tie_betweenness(graph, control), peer.tie_betweenness()) < 1e-12);
    const Distances found = distances(graph, control);
    CHECK(largest_difference(found.harmonic, peer.harmonic()) < 1e-12);
    CHECK(largest_difference({found.eccentricity.begin(), found.eccentricity.end()}, peer.eccentricity()) ==
          0);
}

}  // namespace

TEST_CASE("path measures of thousands of small random graphs are igraph's") {
    for (std::uint64_t seed = 0; seed < 1500; ++seed) {
        const bool directed = seed % 2 == 1;
        const std::size_t vertices = 2 + seed % 40;
        const double density = 0.02 + 0.02 * static_cast<double>(seed % 13);
        const Graph graph = seed % 3 == 0 ? powers_of_two(seed, vertices, density, directed, 3)
                                          : test::random_graph(seed, vertices, density, directed);
        INFO("seed " << seed);
        compare(graph);
    }
}

TEST_CASE("path measures of a graph of two thousand actors are igraph's") {
    compare(test::random_graph(1, 2000, 0.003, false));
}
TEST_CASE("path measures of a directed graph of two thousand actors are igraph's") {
    compare(test::random_graph(2, 2000, 0.0025, true));
}
TEST_CASE("path measures of a weighted graph of six hundred actors are igraph's") {
    compare(powers_of_two(3, 600, 0.012, false, 8));
}
