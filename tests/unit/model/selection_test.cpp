#include "model/selection.hpp"

#include <catch2/catch.hpp>

#include "support/reading.hpp"

using namespace entente;

namespace {

DayInterval date(const char* text) { return parse_date(text).value(); }

// Three dated ties and one without a date.
Network dated() {
    return test::read("source,target,start,end\na,b,1946,1946\nb,c,1940,1946\nc,d,1946-05,\nd,e,,\n").network;
}

std::size_t kept(const Network& network, DayInterval window, Holding holding) {
    return select_rows(network, {.window = window, .holding = holding}).size();
}

}  // namespace

TEST_CASE("a selection keeps the ties that possibly, certainly or throughout hold at its time") {
    const Network network = dated();
    CHECK(kept(network, date("1946"), Holding::possible) == 4);
    CHECK(kept(network, date("1946"), Holding::certain) == 3);
    CHECK(kept(network, date("1946"), Holding::throughout) == 0);
    CHECK(kept(network, date("1946-06-15"), Holding::possible) == 4);
    CHECK(kept(network, date("1946-06-15"), Holding::certain) == 1);
    CHECK(kept(network, date("1947"), Holding::throughout) == 1);
}

TEST_CASE("ties dated by year, one row a year, are certain in their year") {
    const Network network = test::read("source,target,year\na,b,2004\na,b,2005\na,c,2005\n").network;
    CHECK(kept(network, date("2005"), Holding::certain) == 2);
    CHECK(kept(network, date("2005"), Holding::throughout) == 0);
}

TEST_CASE("in data without dates everything possibly and nothing certainly holds") {
    const Network network = test::read("source,target\na,b\n").network;
    CHECK(kept(network, date("1946"), Holding::possible) == 1);
    CHECK(kept(network, date("1946"), Holding::certain) == 0);
}

TEST_CASE("a selection says when its dates leave nothing and when ties without a date are left out") {
    const Network network = dated();
    using Remarks = std::vector<std::string>;
    CHECK(remarks_on_dates(network, {.window = date("1946")}).empty());
    CHECK(remarks_on_dates(network, {}).empty());
    CHECK(remarks_on_dates(network, {.window = date("1946"), .holding = Holding::certain}) ==
          Remarks{"1 tie without any date left out: it holds possibly, never certainly"});
    CHECK(remarks_on_dates(network, {.window = date("1930"), .holding = Holding::throughout}) ==
          Remarks{"1 tie without any date left out: it holds possibly, never certainly",
                  "nothing is left: no tie surely holds throughout at the time asked for (of 4 ties)"});
}
