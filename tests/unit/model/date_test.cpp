#include "model/date.hpp"

#include <catch2/catch.hpp>

using namespace entente;

TEST_CASE("a date is as precise as it is written") {
    for (const char* text : {"1904", "1904-04", "1904-02-29", "2023-06-14", "0001"})
        CHECK(to_string(parse_date(text).value()) == text);
    CHECK(parse_date("1904-00-00") == parse_date("1904"));
    CHECK(parse_date("1904-04-00") == parse_date("1904-04"));
    CHECK(parse_date("1970-01-01")->earliest == 0);
    CHECK(parse_date("2000-03-01")->earliest == 11017);
}

TEST_CASE("what is no day is no date") {
    for (const char* text : {"", "19", "1904-13", "1904-02-30", "1903-02-29", "1904/04/08", "1904-4",
                             "1904-00-08", "0000", "-904", "1904-04-08T"}) {
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

TEST_CASE("a date written otherwise is read as it may be meant, so that a message can say how to write it") {
    using Readings = std::vector<std::string>;
    for (const char* text : {"01.08.1914", "1.8.1914", "1914/8/1", "1914.08.01", "19140801", "1914-8-1",
                             "1914-08-01T00:00:00Z", "1914-08-01 12:00", "1 August 1914", "1. August 1914",
                             "August 1, 1914", "Aug 1 1914", "1-Aug-1914"}) {
        INFO(text);
        CHECK(date_readings(text) == Readings{"1914-08-01"});
    }
    CHECK(date_readings("1/8/1914") == Readings{"1914-08-01", "1914-01-08"});
    CHECK(date_readings("13/8/1914") == Readings{"1914-08-13"});
    CHECK(date_readings("8/13/1914") == Readings{"1914-08-13"});
    CHECK(date_readings("8/8/1914") == Readings{"1914-08-08"});
    for (const char* text : {"August 1914", "Aug 1914", "8/1914", "1914-8", "08.1914", "August, 1914"})
        CHECK(date_readings(text) == Readings{"1914-08"});
    CHECK(date_readings("März 1848") == Readings{"1848-03"});
    for (const char* text : {"c. 1914", "ca. 1914", "~1914", "1914?"})
        CHECK(date_readings(text) == Readings{"1914"});
    for (const char* text :
         {"", "summer 1914", "1/8/14", "31.02.1914", "1914-1918", "99/99/1914", "ma 1914"}) {
        INFO(text);
        CHECK(date_readings(text).empty());
    }
}
