#include "report/data/ties.hpp"

#include <catch2/catch.hpp>

#include "support/networks.hpp"

using namespace entente;
using test::network_of;

TEST_CASE("several rows are surer than one") {
    Network network = network_of("a-b, a-b");
    network.ties.confidence = {0.5, 0.5};
    const std::vector<TieId> rows{TieId{0}, TieId{1}};
    CHECK(report::confidence_of(network, rows) == 0.75);
    CHECK(report::confidence_of(network, std::span(rows).subspan(1)) == 0.5);
}

TEST_CASE("a tie starts with its earliest row and is open when one of its rows is") {
    Network network = network_of("a-b, a-b");
    const DayInterval y1904 = *parse_date("1904"), y1906 = *parse_date("1906-05");
    network.ties.period = {{.start = y1906, .end = y1906}, {.start = y1904, .end = Period{}.end}};
    const std::vector<TieId> rows{TieId{0}, TieId{1}};
    CHECK(report::start_of(network, rows) == "1904");
    CHECK(report::end_of(network, rows).empty());
    CHECK(report::end_of(network, std::span(rows).first(1)) == "1906-05");
}
