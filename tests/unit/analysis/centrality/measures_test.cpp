// Properties that every row of the measure table has to have.
#include "analysis/centrality/measures.hpp"

#include <fmt/format.h>

#include <catch2/catch.hpp>
#include <cmath>
#include <cstring>
#include <numeric>

#include "base/error.hpp"
#include "base/random.hpp"
#include "support/networks.hpp"

using namespace entente;

namespace {

ScoreTable scores_of(const Network& network, const std::vector<std::string>& names, unsigned threads = 1,
                     bool normalized = false, Direction direction = Direction::automatic) {
    TieSelection selection;
    selection.direction = direction;
    const Graph graph = build_graph(network, selection);
    Control control;
    control.threads = threads;
    return score_table({network, selection, graph}, names, {.normalized = normalized}, control);
}

std::vector<std::string> every_name() {
    std::vector<std::string> names;
    for (const Measure& measure : measures()) names.emplace_back(measure.name);
    return names;
}

// A network with both signs, weights, parallel rows, several components and isolated actors.
Network random_network(std::uint64_t seed, std::size_t actors, std::size_t ties, const std::string& arrow) {
    Random random(seed);
    std::string text;
    for (std::size_t i = 0; i < actors; ++i) text += fmt::format("a{},", i);
    for (std::size_t i = 0; i < ties; ++i) {
        const auto from = random.below(actors - 2), to = random.below(actors - 2);
        if (from == to) continue;
        text += fmt::format("a{}{}a{} {}{},", from, arrow, to, random.below(4) == 0 ? "-" : "+",
                            1 + random.below(4));
    }
    return test::network_of(text);
}

bool same_bits(const ScoreTable& a, const ScoreTable& b) {
    if (a.columns.size() != b.columns.size()) return false;
    for (std::size_t c = 0; c < a.columns.size(); ++c) {
        const auto &x = a.columns[c].values, &y = b.columns[c].values;
        if (x.size() != y.size() || a.columns[c].remark != b.columns[c].remark) return false;
        if (!x.empty() && std::memcmp(x.data(), y.data(), x.size() * sizeof(double)) != 0) return false;
    }
    return true;
}

}  // namespace

TEST_CASE("every measure has a definition, a citation, a scale and a name of its own") {
    const auto names = every_name();
    for (const Measure& measure : measures()) {
        CAPTURE(measure.name);
        CHECK_FALSE(measure.definition.empty());
        CHECK_FALSE(measure.citation.empty());
        CHECK_FALSE(measure.scale.empty());
        CHECK(std::count(names.begin(), names.end(), measure.name) == 1);
    }
}

TEST_CASE("columns come in the order asked, each once") {
    const Network network = test::network_of("a-b, b-c");
    const ScoreTable table = scores_of(network, {"coreness", "degree", "coreness"});
    REQUIRE(table.columns.size() == 2);
    CHECK(table.columns[0].measure == "coreness");
    CHECK(table.columns[1].measure == "degree");
    CHECK(table.columns[1].values == std::vector<double>{1, 2, 1});
}

TEST_CASE("an unknown measure is a wrong usage with a suggestion") {
    const Network network = test::network_of("a-b");
    CHECK_THROWS_WITH(scores_of(network, {"pagerang"}),
                      "unknown measure 'pagerang'; did you mean 'pagerank'?");
}

TEST_CASE("what all leaves out is said") {
    const ScoreTable table = scores_of(test::network_of("a-b, b-c"), {"all"});
    CHECK(std::find(table.left_out.begin(), table.left_out.end(), "in_degree: needs directed ties") !=
          table.left_out.end());
    CHECK(table.columns.size() + table.left_out.size() == measures().size());
}

TEST_CASE("every measure takes the empty network, one actor, and actors without ties") {
    for (const Direction direction : {Direction::undirected, Direction::directed}) {
        CHECK(scores_of(Network{}, every_name(), 1, false, direction).columns.size() == measures().size());
        for (const char* text : {"a", "a, b", "a, b, c, d"}) {
            for (const bool normalized : {false, true}) {
                const ScoreTable table =
                    scores_of(test::network_of(text), every_name(), 1, normalized, direction);
                for (const Scores& column : table.columns) {
                    CAPTURE(text, column.measure);
                    CHECK(column.values.size() == table.actors.size());
                    for (const double value : column.values) CHECK_FALSE(std::isinf(value));
                }
            }
        }
    }
}

TEST_CASE("every measure gives the same bits again and for any number of threads") {
    for (const char* arrow : {"--", "->"}) {
        const Network network = random_network(7, 60, 150, arrow);
        const ScoreTable one = scores_of(network, every_name());
        CHECK(same_bits(one, scores_of(network, every_name())));
        for (const unsigned threads : {2U, 3U})
            CHECK(same_bits(one, scores_of(network, every_name(), threads)));
    }
}

// A kernel that knows which columns are wanted may leave work out; 400 actors have triangles enough for it.
TEST_CASE("a measure asked for alone has the bits that it has among all") {
    for (const std::string arrow : {"--", "->"}) {
        for (const auto& [actors, ties] : {std::pair(40U, 200U), std::pair(400U, 4000U)}) {
            const Network network = random_network(actors, actors, ties, arrow);
            const ScoreTable all =
                scores_of(network, {"constraint", "effective_size", "clustering", "degree"});
            for (const Scores& column : all.columns) {
                const ScoreTable alone = scores_of(network, {column.measure}, 2);
                CAPTURE(arrow, actors, column.measure);
                REQUIRE(alone.columns.size() == 1);
                CHECK(std::memcmp(alone.columns[0].values.data(), column.values.data(),
                                  column.values.size() * sizeof(double)) == 0);
            }
        }
    }
}

TEST_CASE("relabelled actors permute the scores of every measure") {
    for (std::uint64_t seed = 1; seed <= 6; ++seed) {
        const Network network = random_network(seed, 14, 30, seed % 2 == 0 ? "--" : "->");
        const std::size_t n = network.actor_count();
        std::vector<std::uint32_t> to(n);
        std::iota(to.begin(), to.end(), 0U);
        Random(seed).shuffle(std::span(to));
        Network moved = network;
        moved.actors = {};
        std::vector<std::uint32_t> from(n);
        for (std::uint32_t i = 0; i < n; ++i) from[to[i]] = i;
        for (const std::uint32_t old : from) {
            moved.actors.id.push_back(network.actors.id[old]);
            moved.actors.label.push_back(network.actors.label[old]);
            moved.actors.kind.push_back("");
        }
        for (ActorId& actor : moved.ties.source) actor = static_cast<ActorId>(to[index(actor)]);
        for (ActorId& actor : moved.ties.target) actor = static_cast<ActorId>(to[index(actor)]);
        const ScoreTable before = scores_of(network, every_name()), after = scores_of(moved, every_name());
        for (std::size_t c = 0; c < before.columns.size(); ++c) {
            CAPTURE(seed, before.columns[c].measure);
            for (std::size_t i = 0; i < n; ++i) {
                const double x = before.columns[c].values[i], y = after.columns[c].values[to[i]];
                CHECK(std::isnan(x) == std::isnan(y));
                if (!std::isnan(x)) CHECK(y == Approx(x).epsilon(1e-10).margin(1e-12));
            }
        }
    }
}
