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

namespace {

DayInterval day_or_span(const char* text) { return parse_date(text).value(); }

// An empty text is an empty cell.
Period lasting(std::string_view start, std::string_view end) {
    Period period;
    if (!start.empty()) period.start = parse_date(start).value();
    if (!end.empty()) period.end = parse_date(end).value();
    return period;
}

}  // namespace

TEST_CASE("a tie may hold on a day that some reading of its dates includes") {
    const Period period = lasting("1904", "1907");
    CHECK(may_hold(period, day_or_span("1904-01-01")));
    CHECK(may_hold(period, day_or_span("1907-12-31")));
    CHECK_FALSE(may_hold(period, day_or_span("1903")));
    CHECK_FALSE(may_hold(period, day_or_span("1908")));
    CHECK(may_hold(Period{}, day_or_span("1900")));
}

TEST_CASE("a tie surely holds in a period that it overlaps on every reading of its dates") {
    const DayInterval year = day_or_span("1946"), june = day_or_span("1946-06-15");
    for (const Period& period : {lasting("1946", "1946"), lasting("1940", "1946")}) {
        CHECK(surely_holds(period, year));
        CHECK(may_hold(period, june));
        CHECK_FALSE(surely_holds(period, june));
    }
    CHECK_FALSE(surely_holds(lasting("1946", "1946"), day_or_span("1945")));
    CHECK(surely_holds(lasting("1940", "1946"), day_or_span("1946-01-01")));
    CHECK_FALSE(surely_holds(lasting("1940", "1946"), day_or_span("1946-01-02")));
    CHECK(surely_holds(lasting("1940", "1946"), day_or_span("1943-06-15")));
    CHECK(surely_holds(lasting("1940", "1946"), DayInterval{beginning_of_time, june.latest}));
    CHECK_FALSE(surely_holds(lasting("1940", "1946"), DayInterval{june.earliest, end_of_time}));
}

TEST_CASE("an empty end beside a start goes on for ever, surely") {
    const Period period = lasting("1946-05", "");
    CHECK(surely_holds(period, day_or_span("1946")));
    CHECK(surely_holds(period, day_or_span("1946-06-15")));
    CHECK(surely_holds(period, day_or_span("2025")));
    CHECK(surely_holds(period, day_or_span("1946-05")));
    CHECK_FALSE(surely_holds(period, day_or_span("1946-05-30")));
    CHECK(may_hold(period, day_or_span("1946-05-01")));
    CHECK_FALSE(may_hold(period, day_or_span("1946-04")));
}

TEST_CASE("an empty start beside an end is any day up to that end") {
    const Period period = lasting("", "1946");
    CHECK(may_hold(period, day_or_span("1800")));
    CHECK_FALSE(surely_holds(period, day_or_span("1945")));
    CHECK_FALSE(surely_holds(period, day_or_span("1946-06-15")));
    CHECK(surely_holds(period, day_or_span("1946")));
    CHECK_FALSE(may_hold(period, day_or_span("1947")));
    CHECK(surely_holds(lasting("", "1946-06-15"), day_or_span("1946-06-15")));
    CHECK_FALSE(surely_holds(lasting("", "1946-06-15"), day_or_span("1946-06-14")));
}

TEST_CASE("a tie without any date always may hold and never surely does") {
    for (const DayInterval& window : {day_or_span("1900"), day_or_span("1946-06-15"), DayInterval{}}) {
        CHECK(may_hold(Period{}, window));
        CHECK_FALSE(surely_holds(Period{}, window));
        CHECK_FALSE(holds_throughout(Period{}, window));
    }
    CHECK(undated(Period{}));
    CHECK_FALSE(undated(lasting("", "1946")));
}

TEST_CASE("a tie holds throughout a period of which it covers every day on every reading of its dates") {
    const Period period = lasting("1904", "1907");
    CHECK(holds_throughout(period, day_or_span("1905")));
    CHECK_FALSE(holds_throughout(period, day_or_span("1904")));
    CHECK_FALSE(holds_throughout(period, day_or_span("1907")));
    CHECK(holds_throughout(period, day_or_span("1904-12-31")));
    CHECK(holds_throughout(period, day_or_span("1907-01-01")));
    CHECK(holds_throughout(lasting("1904-01-01", ""), day_or_span("1904")));
    CHECK_FALSE(holds_throughout(lasting("", "1946"), day_or_span("1945")));
}

TEST_CASE("what holds throughout surely holds, and what surely holds may hold") {
    const char* texts[] = {"", "1945", "1946", "1946-05", "1946-06-15", "1947-01"};
    for (const char* start : texts) {
        for (const char* end : texts) {
            for (const char* at : {"1944", "1945-12", "1946", "1946-06-15", "1946-07", "1948"}) {
                INFO(start << "–" << end << " in " << at);
                const Period period = lasting(start, end);
                if (period.end.latest < period.start.earliest) continue;
                if (holds_throughout(period, day_or_span(at))) CHECK(surely_holds(period, day_or_span(at)));
                if (surely_holds(period, day_or_span(at))) CHECK(may_hold(period, day_or_span(at)));
            }
        }
    }
}

TEST_CASE("a date written otherwise is read as it may be meant, so that a message can say how to write it") {
    using Readings = std::vector<std::string>;
    for (const char* text : {"01.08.1914", "1.8.1914", "1914/8/1", "1914.08.01", "19140801", "1914-8-1",
                             "1914-08-01T00:00:00Z", "1914-08-01 12:00", "1 August 1914", "1. August 1914",
                             "August 1, 1914", "Aug 1 1914", "1-Aug-1914"}) {
        INFO(text);
        CHECK(date_guesses(text) == Readings{"1914-08-01"});
    }
    CHECK(date_guesses("1/8/1914") == Readings{"1914-08-01", "1914-01-08"});
    CHECK(date_guesses("13/8/1914") == Readings{"1914-08-13"});
    CHECK(date_guesses("8/13/1914") == Readings{"1914-08-13"});
    CHECK(date_guesses("8/8/1914") == Readings{"1914-08-08"});
    for (const char* text : {"August 1914", "Aug 1914", "8/1914", "1914-8", "08.1914", "August, 1914"})
        CHECK(date_guesses(text) == Readings{"1914-08"});
    CHECK(date_guesses("März 1848") == Readings{"1848-03"});
    for (const char* text : {"c. 1914", "ca. 1914", "~1914", "1914?"})
        CHECK(date_guesses(text) == Readings{"1914"});
    for (const char* text :
         {"", "summer 1914", "1/8/14", "31.02.1914", "1914-1918", "99/99/1914", "ma 1914"}) {
        INFO(text);
        CHECK(date_guesses(text).empty());
    }
}
