#include "report/ties.hpp"

#include <catch2/catch.hpp>

#include "support/networks.hpp"

using namespace entente;
using test::network_of;

namespace {

std::vector<report::TieGroup> groups_of(const Network& network,
                                        TieSelection selection = {.signs = SignFilter::all}) {
    const std::vector<TieId> rows = select_rows(network, selection);
    return report::tie_groups(network, selection, resolve(network, selection, rows), rows);
}

}  // namespace

TEST_CASE("the rows of a pair come together by sign and direction, and none is lost") {
    const Network network = network_of("a-b +2, b-a +3, a-b -1, a->c, c->a, a->c");
    const auto groups = groups_of(network);
    REQUIRE(groups.size() == 4);
    CHECK(groups[0].rows.size() == 2);
    CHECK(groups[0].strength == 5);
    CHECK(groups[1].sign == Sign::negative);
    CHECK(groups[2].directed);
    CHECK(groups[2].rows.size() == 2);
    std::size_t rows = 0;
    for (const auto& group : groups) rows += group.rows.size();
    CHECK(rows == network.tie_count());
}

TEST_CASE("an undirected analysis puts both directions of a pair together") {
    const auto groups =
        groups_of(network_of("a->b, b->a"), {.signs = SignFilter::all, .direction = Direction::undirected});
    REQUIRE(groups.size() == 1);
    CHECK(groups[0].rows.size() == 2);
    CHECK_FALSE(groups[0].directed);
}

TEST_CASE("several rows are surer than one") {
    Network network = network_of("a-b, a-b");
    network.ties.confidence = {0.5, 0.5};
    CHECK(report::confidence_of(network, {TieId{0}, TieId{1}}) == 0.75);
    CHECK(report::confidence_of(network, {TieId{1}}) == 0.5);
}

TEST_CASE("a tie starts with its earliest row and is open when one of its rows is") {
    Network network = network_of("a-b, a-b");
    const DayInterval y1904 = *parse_date("1904"), y1906 = *parse_date("1906-05");
    network.ties.period = {{.start = y1906, .end = y1906}, {.start = y1904, .end = Period{}.end}};
    const std::vector<TieId> rows{TieId{0}, TieId{1}};
    CHECK(report::start_of(network, rows) == "1904");
    CHECK(report::end_of(network, rows).empty());
    CHECK(report::end_of(network, {TieId{0}}) == "1906-05");
}
