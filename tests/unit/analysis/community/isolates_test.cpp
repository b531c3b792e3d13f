#include <catch2/catch.hpp>

#include "analysis/community/communities.hpp"
#include "support/networks.hpp"

using namespace entente;

// Leaving an actor without ties in anybody's community costs no quality, so that runs could disagree about
// it.
TEST_CASE("an actor without ties is a community of its own in every run") {
    const Network network = test::network_of("a-b +, b-c +, c-a +, d-e +, e-f +, f-d +, a-d -, g, h");
    TieSelection selection;
    selection.signs = SignFilter::all;
    const Graph graph = build_graph(network, selection);
    for (const char* algorithm : {"leiden", "spinglass", "louvain"}) {
        INFO(algorithm);
        CommunityOptions options;
        options.algorithm = algorithm;
        options.runs = 20;
        const Partition partition = find_communities(network, selection, graph, options, Control{});
        CHECK(partition.count == 4);
        CHECK(partition.stability.at(6) == 1);
        CHECK(partition.stability.at(7) == 1);
    }
}
