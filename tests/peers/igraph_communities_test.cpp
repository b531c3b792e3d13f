// Communities beside those of igraph 0.10, by the quality that each algorithm is after.
#include <fmt/format.h>
#include <igraph/igraph.h>

#include <catch2/catch.hpp>

#include "analysis/community/communities.hpp"
#include "base/random.hpp"
#include "support/networks.hpp"

using namespace entente;

namespace {

// Loose groups of ten actors: three ties of four within a group.
Network grouped_network(std::uint64_t seed, unsigned actors, unsigned ties, bool directed) {
    Random random(seed, 3);
    std::string text;
    for (unsigned tie = 0; tie < ties; ++tie) {
        const auto a = static_cast<unsigned>(random.below(actors));
        const auto b = random.below(4) > 0 ? a / 10 * 10 + static_cast<unsigned>(random.below(10))
                                           : static_cast<unsigned>(random.below(actors));
        if (a == b || b >= actors) continue;
        text += fmt::format("{}{}{}{} {}", text.empty() ? "" : ", ", a, directed ? "->" : "-", b,
                            1 + random.below(3));
    }
    return test::network_of(text);
}

class Peer {
public:
    explicit Peer(const Graph& graph) {
        igraph_vector_int_init(&edges_, 0);
        igraph_vector_init(&strengths_, 0);
        igraph_vector_int_init(&membership_, 0);
        for (Vertex v = 0; v < graph.vertex_count(); ++v) {
            for (std::size_t arc = graph.out().begin(v); arc < graph.out().end(v); ++arc) {
                if (!graph.directed() && graph.out().targets[arc] < v) continue;
                igraph_vector_int_push_back(&edges_, v);
                igraph_vector_int_push_back(&edges_, graph.out().targets[arc]);
                igraph_vector_push_back(&strengths_, graph.out().strength(arc));
            }
        }
        igraph_create(&peer_, &edges_, static_cast<igraph_integer_t>(graph.vertex_count()), graph.directed());
    }
    Peer(const Peer&) = delete;
    Peer& operator=(const Peer&) = delete;
    ~Peer() {
        igraph_destroy(&peer_);
        igraph_vector_int_destroy(&membership_);
        igraph_vector_destroy(&strengths_);
        igraph_vector_int_destroy(&edges_);
    }

    double shortest_description(unsigned seed) {
        igraph_real_t length = 0;
        igraph_rng_seed(igraph_rng_default(), seed);
        REQUIRE(igraph_community_infomap(&peer_, &strengths_, nullptr, 20, &membership_, &length) ==
                IGRAPH_SUCCESS);
        return length;
    }
    double multilevel_modularity(unsigned seed) {
        igraph_real_t modularity = 0;
        igraph_rng_seed(igraph_rng_default(), seed);
        REQUIRE(igraph_community_multilevel(&peer_, &strengths_, 1, &membership_, nullptr, nullptr) ==
                IGRAPH_SUCCESS);
        igraph_modularity(&peer_, &membership_, &strengths_, 1, false, &modularity);
        return modularity;
    }

private:
    igraph_t peer_;
    igraph_vector_int_t edges_, membership_;
    igraph_vector_t strengths_;
};

}  // namespace

TEST_CASE("Infomap finds descriptions as short as igraph's, of the same length for the same division") {
    for (std::uint64_t seed = 1; seed <= 6; ++seed) {
        const Network network = grouped_network(seed, 60, 220, seed % 2 == 0);
        const Graph graph = build_graph(network, {});
        CommunityOptions options;
        options.algorithm = "infomap";
        const double ours = find_communities(network, {}, graph, options, {}).quality;
        const double theirs = Peer(graph).shortest_description(1);
        CAPTURE(seed);
        CHECK(ours <= theirs * (1 + 1e-9));
        CHECK(ours >= theirs * 0.99);
    }
}

TEST_CASE("Louvain's modularity is on average over twenty seeds at least that of igraph's") {
    const Network network = grouped_network(9, 400, 1400, false);
    const Graph graph = build_graph(network, {});
    Peer peer(graph);
    double ours = 0, theirs = 0;
    for (unsigned seed = 1; seed <= 20; ++seed) {
        CommunityOptions options;
        options.algorithm = "louvain";
        options.runs = 1;
        options.seed = seed;
        ours += find_communities(network, {}, graph, options, {}).modularity;
        theirs += peer.multilevel_modularity(seed);
    }
    CHECK(ours >= theirs);
}
