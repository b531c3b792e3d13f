#include <catch2/catch.hpp>
#include <map>

#include "analysis/centrality/measures.hpp"
#include "base/random.hpp"
#include "support/networks.hpp"

using namespace entente;

// The one rule of arcs: in a directed table an undirected row is an arc either way, so that degree = in + out
// and strength likewise; in an undirected table every row is one tie. Against arcs put down one by one.
TEST_CASE("degree is in plus out, and an undirected row of a directed table is in both") {
    Random random(12);
    for (int trial = 0; trial < 300; ++trial) {
        Network network = test::network_of("a, b, c, d");
        bool any_directed = false, any_said = false;
        for (int row = 0; row < 6; ++row) {
            const auto source = static_cast<std::uint32_t>(random.below(4));
            network.ties.source.push_back(ActorId{source});
            network.ties.target.push_back(
                ActorId{(source + 1 + static_cast<std::uint32_t>(random.below(3))) % 4});
            network.ties.strength.push_back(static_cast<double>(1 + random.below(5)));
            network.ties.directed.push_back(static_cast<Directedness>(random.below(3)));
            any_directed = any_directed || network.ties.directed.back() == Directedness::directed;
            any_said = any_said || network.ties.directed.back() != Directedness::unsaid;
        }
        for (const Direction direction : {Direction::automatic, Direction::directed, Direction::undirected}) {
            TieSelection selection;
            selection.direction = direction;
            const bool directed =
                direction == Direction::directed || (direction == Direction::automatic && any_directed);
            std::map<std::pair<std::uint32_t, std::uint32_t>, double> arcs;
            for (std::size_t i = 0; i < network.tie_count(); ++i) {
                const auto a = static_cast<std::uint32_t>(network.ties.source[i]),
                           b = static_cast<std::uint32_t>(network.ties.target[i]);
                const Directedness said = network.ties.directed[i];
                arcs[{a, b}] += network.ties.strength[i];
                if (!directed || (said != Directedness::directed && any_said))
                    arcs[{b, a}] += network.ties.strength[i];
            }
            const Graph graph = build_graph(network, selection);
            REQUIRE(graph.directed() == directed);
            const ScoreTable table = score_table(
                {network, selection, graph},
                {"degree", "strength", "in_degree", "out_degree", "in_strength", "out_strength"}, {}, {});
            for (std::uint32_t v = 0; v < 4; ++v) {
                double in = 0, out = 0, in_strength = 0, out_strength = 0;
                for (const auto& [ends, strength] : arcs) {
                    if (ends.second == v) in += 1, in_strength += strength;
                    if (ends.first == v) out += 1, out_strength += strength;
                }
                CAPTURE(trial, directed, v);
                CHECK(table.columns[0].values[v] == (directed ? in + out : out));
                CHECK(table.columns[1].values[v] == (directed ? in_strength + out_strength : out_strength));
                if (!directed) continue;
                CHECK(table.columns[2].values[v] == in);
                CHECK(table.columns[3].values[v] == out);
                CHECK(table.columns[4].values[v] == in_strength);
                CHECK(table.columns[5].values[v] == out_strength);
            }
        }
    }
}
