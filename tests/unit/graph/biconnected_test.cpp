#include "graph/biconnected.hpp"

#include <algorithm>
#include <catch2/catch.hpp>

#include "support/networks.hpp"

using namespace entente;

//  a - b - c - d     a triangle c d e hangs by the tie b - c at a - b; x is alone
//          |  /
//           e
TEST_CASE("a graph falls apart into its blocks at the actors that hold it together") {
    const PathGraph graph = path_graph(test::graph_of("a-b, b-c, c-d, d-e, e-c, x"));
    Blocks found = blocks_of(graph);
    std::sort(found.blocks.begin(), found.blocks.end(),
              [](const Block& a, const Block& b) { return a.nodes < b.nodes; });
    REQUIRE(found.blocks.size() == 3);
    CHECK(found.blocks[0].nodes == std::vector<Node>{0, 1});
    CHECK(found.blocks[0].weight == std::vector<double>{1, 4});
    CHECK(found.blocks[1].weight == std::vector<double>{2, 3});
    CHECK(found.blocks[2].nodes == std::vector<Node>{2, 3, 4});
    CHECK(found.blocks[2].weight == std::vector<double>{3, 1, 1});
    CHECK(found.cut_pairs == std::vector<double>{0, 2 * 3, 2 * 2 * 2, 0, 0, 0});
    CHECK(block_graph(graph, found.blocks[2]).arc_count() == 6);
}

TEST_CASE("the weights of a block's nodes add up to their component") {
    for (std::uint64_t seed = 0; seed < 200; ++seed) {
        const Graph graph = test::random_graph(seed, 30, 0.05, false);
        std::size_t arcs = 0;
        const PathGraph paths = path_graph(graph);
        for (const Block& block : blocks_of(paths).blocks) {
            double sum = 0;
            for (const double weight : block.weight) sum += weight;
            CHECK(sum >= static_cast<double>(block.nodes.size()));
            CHECK(sum <= 30);
            arcs += block_graph(paths, block).arc_count();
        }
        CHECK(arcs == paths.arc_count());  // every tie is in one block
    }
}
