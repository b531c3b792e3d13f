#include "model/merged_ties.hpp"

#include <catch2/catch.hpp>
#include <cmath>
#include <map>
#include <tuple>

#include "base/error.hpp"
#include "base/random.hpp"
#include "graph/graph.hpp"
#include "support/networks.hpp"

using namespace entente;
using test::network_of;
using test::ties_of;

TEST_CASE("the rows of a pair come together by sign and direction, and none is lost") {
    const Network network = network_of("a-b +2, b-a +3, a-b -1, a->c, c->a, a->c");
    const Bundles ties = ties_of(network);
    REQUIRE(ties.size() == 4);
    CHECK(ties.rows_of(0).size() == 2);
    CHECK(ties.ties[0].strength == 5);
    CHECK(ties.ties[1].sign == Sign::negative);
    CHECK(ties.ties[2].directed);
    CHECK(ties.rows_of(2).size() == 2);
    CHECK(ties.rows.size() == network.tie_count());
}

TEST_CASE("an undirected analysis puts both directions of a pair together") {
    const Bundles ties =
        ties_of(network_of("a->b, b->a"), {.signs = SignFilter::all, .direction = Direction::undirected});
    REQUIRE(ties.size() == 1);
    CHECK(ties.rows_of(0).size() == 2);
    CHECK_FALSE(ties.ties[0].directed);
}

TEST_CASE("a row that says nothing runs both ways where another row of the data says something") {
    const Network network = network_of("a->b -, b-c");
    const TieSelection all{.signs = SignFilter::all, .direction = Direction::directed};
    TieSelection friendly = all;
    friendly.signs = SignFilter::nonnegative;  // leaves out the row that says something
    CHECK_FALSE(ties_of(network, all).ties[1].directed);
    CHECK_FALSE(ties_of(network, friendly).ties[0].directed);
    CHECK(build_graph(network, friendly).arc_count() == 2);
    CHECK(ties_of(network_of("a-b, b-c"), all).ties[0].directed);
}

TEST_CASE("reversed ties lead from target to source") {
    const Bundles ties =
        ties_of(network_of("a->b, b-c"), {.signs = SignFilter::all, .direction = Direction::reversed});
    CHECK(ties.ties[0].source == ActorId{1});
    CHECK(ties.ties[0].target == ActorId{0});
    CHECK(ties.ties[0].directed);
    CHECK_FALSE(ties.ties[1].directed);
}

TEST_CASE("a row of weight 0 is no tie in a weighted analysis and one like any other in an unweighted one") {
    const Network network = network_of("a-b 1, b-c 0, b-c 2, c-d 0");
    TieSelection selection{.signs = SignFilter::all};
    CHECK(ties_of(network, selection).size() == 2);
    CHECK(count_weightless(network, selection) == 2);
    selection.merge = MergeRule::min;
    CHECK(ties_of(network, selection).ties[1].strength == 2);
    selection.weighting = Weighting::unweighted;
    CHECK(ties_of(network, selection).size() == 3);
    CHECK(count_weightless(network, selection) == 0);
}

TEST_CASE("to merge by count counts rows also where the data have no weights") {
    const Network network = network_of("a-b, a-b, b-c");
    TieSelection selection{.signs = SignFilter::all, .merge = MergeRule::count};
    CHECK(build_graph(network, selection).merged.ties[0].strength == 2);
    selection.weighting = Weighting::unweighted;
    CHECK(build_graph(network, selection).merged.ties[0].strength == 1);
}

TEST_CASE("weights that add up to more than a number can hold are refused by name, their mean is not") {
    Network network = network_of("a-b 1e308, b-a 1.5e308");
    network.files = {"ties.csv"};
    network.ties.place = {{0, 2}, {0, 7}};
    TieSelection selection{.signs = SignFilter::all};
    CHECK_THROWS_WITH(ties_of(network, selection), Catch::Contains("ties.csv:2") &&
                                                       Catch::Contains("ties.csv:7") &&
                                                       Catch::Contains("a and b"));
    selection.merge = MergeRule::mean;
    CHECK(ties_of(network, selection).ties[0].strength == Approx(1.25e308));
    selection.merge = MergeRule::max;
    CHECK(ties_of(network, selection).ties[0].strength == 1.5e308);
}

// By a map of the keys that the header names, on random rows of all signs and directions.
TEST_CASE("bundles and merged ties are the groups that their definition says") {
    const Direction direction =
        GENERATE(Direction::automatic, Direction::directed, Direction::undirected, Direction::reversed);
    Random random(static_cast<std::uint64_t>(direction) + 1);
    Network network = network_of("a, b, c, d");
    for (std::uint32_t row = 0; row < 60; ++row) {
        const auto source = static_cast<std::uint32_t>(random.below(4));
        network.ties.source.push_back(ActorId{source});
        network.ties.target.push_back(
            ActorId{(source + 1 + static_cast<std::uint32_t>(random.below(3))) % 4});
        network.ties.sign.push_back(static_cast<Sign>(static_cast<int>(random.below(3)) - 1));
        network.ties.directed.push_back(static_cast<Directedness>(random.below(3)));
        network.ties.strength.push_back(1 + static_cast<double>(random.below(5)));
    }
    const TieSelection selection{.signs = SignFilter::all, .direction = direction};
    const Bundles ties = ties_of(network, selection);
    using Key = std::tuple<ActorId, ActorId, bool, Sign>;
    std::map<Key, double> expected;
    for (std::size_t i = 0; i < 60; ++i) {
        ActorId a = network.ties.source[i], b = network.ties.target[i];
        const bool arc =
            direction != Direction::undirected && network.ties.directed[i] == Directedness::directed;
        if (direction == Direction::reversed) std::swap(a, b);
        if (!arc && b < a) std::swap(a, b);
        expected[{a, b, arc, network.ties.sign[i]}] += network.ties.strength[i];
    }
    std::map<Key, double> found;
    for (const Bundle& tie : ties.ties) {
        const bool turned = !tie.directed && tie.target < tie.source;
        const auto [a, b] = turned ? std::pair(tie.target, tie.source) : std::pair(tie.source, tie.target);
        found[{a, b, tie.directed, tie.sign}] += tie.strength;
    }
    CHECK(found == expected);
    CHECK(found.size() == ties.size());
    CHECK(std::ranges::is_sorted(ties.ties, {}, [&](const Bundle& tie) {
        return ties.rows_of(static_cast<std::size_t>(&tie - ties.ties.data())).front();
    }));
}

TEST_CASE("different cells come once each, in order, however many there are") {
    TextColumn column;
    std::vector<TieId> rows;
    for (std::uint32_t i = 0; i < 60; ++i) {
        column.push_back(i % 3 == 0 ? "" : std::to_string(i % 20));
        rows.push_back(TieId{i});
    }
    std::vector<std::string_view> expected;
    for (const TieId row : rows) {
        const std::string_view cell = column[index(row)];
        if (!cell.empty() && std::ranges::find(expected, cell) == expected.end()) expected.push_back(cell);
    }
    CHECK(expected.size() > 12);
    CHECK(different_cells(column, rows) == expected);
}
