#include "model/date.hpp"

#include <catch2/catch.hpp>

using namespace entente;

TEST_CASE("a date is as precise as it is written") {
    for (const char* text : {"1904", "1904-04", "1904-02-29", "2023-06-14", "0001"}) CHECK(to_string(parse_date(text).value()) == text);
    CHECK(parse_date("1904-00-00") == parse_date("1904"));
    CHECK(parse_date("1904-04-00") == parse_date("1904-04"));
    CHECK(parse_date("1970-01-01")->earliest == 0);
    CHECK(parse_date("2000-03-01")->earliest == 11017);
}

TEST_CASE("what is no day is no date") {
    for (const char* text : {"", "19", "1904-13", "1904-02-30", "1903-02-29", "1904/04/08", "1904-4", "1904-00-08", "0000", "-904", "1904-04-08T"}) {
        CHECK_FALSE(parse_date(text));
    }
}

TEST_CASE("a tie dated by year may hold on any day of it and surely holds only between") {
    Period period;
    period.start = parse_date("1904").value();
    period.end = parse_date("1907").value();
    const auto window = [](const char* text) { return parse_date(text).value(); };
    CHECK(may_hold(period, window("1904-01-01")));
    CHECK_FALSE(surely_holds(period, window("1904-01-01")));
    CHECK(surely_holds(period, window("1905")));
    CHECK_FALSE(may_hold(period, window("1903")));
    CHECK_FALSE(may_hold(period, window("1908")));
    CHECK(surely_holds(Period{}, window("1900")));
}
