#include "model/date_forms.hpp"

#include <catch2/catch.hpp>

using namespace entente;

namespace {

std::string read(std::string_view text, DateOrder order = DateOrder::unknown) {
    const auto reading = read_date(text, order);
    return reading ? to_string(reading->date) : "";
}

std::string span(std::string_view text) {
    const auto period = read_span(text);
    return period ? to_string(period->start) + ".." + to_string(period->end) : "none";
}

}  // namespace

TEST_CASE("dates are read as programs write years, and date-times without their time") {
    CHECK(read("1999.0") == "1999");
    CHECK(read("1999.00") == "1999");
    CHECK(read("1999.5").empty());
    CHECK(read("2001-09-09 00:00:00.000") == "2001-09-09");
    CHECK(read("2001-09-09T12:30:00Z") == "2001-09-09");
    CHECK(read("2001-09-09T12:30+01:00") == "2001-09-09");
    CHECK(read("2001-09-09 noon").empty());
    CHECK(read("2001-02-30T00:00").empty());
}

TEST_CASE("what EDTF leaves uncertain or unspecified is all days that it may mean") {
    CHECK(read("1984?") == "1984");
    CHECK(read("1984~") == "1984");
    CHECK(read("c. 1984") == "1984");
    CHECK(read("circa 1984-05") == "1984-05");
    CHECK(read("1984-05%") == "1984-05");
    CHECK(read("198X") == "1980-01-01/1989-12-31");
    CHECK(read("19XX") == "1900-01-01/1999-12-31");
    CHECK(read("198u") == "1980-01-01/1989-12-31");
    CHECK(read("1984-XX") == "1984");
    CHECK(read("1984-05-XX") == "1984-05");
    CHECK(read("1990s") == "1990-01-01/1999-12-31");
    CHECK(read("1900s").empty());  // ten years or a hundred
    CHECK(read("XXXX").empty());
    CHECK(read("1X84").empty());
    CHECK(read("[2001-10-01..2001-10-31]") == "2001-10");
    CHECK(read("[1914..1915-06]") == "1914-01-01/1915-06-30");
    CHECK(read("[1915..1914]").empty());
    CHECK(read("[..1914]").empty());
}

TEST_CASE("dates with day, month and year in another order are read when the order is named") {
    CHECK(read("3/1/2014").empty());
    CHECK(read("3/1/2014", DateOrder::dmy) == "2014-01-03");
    CHECK(read("3/1/2014", DateOrder::mdy) == "2014-03-01");
    CHECK(read("3/1/2014", DateOrder::ymd).empty());
    CHECK(read("1/1/2014", DateOrder::mdy) == "2014-01-01");
    CHECK(read("25/12/2014", DateOrder::dmy) == "2014-12-25");
    CHECK(read("25/12/2014", DateOrder::mdy).empty());
    CHECK(read("12/25/2014", DateOrder::mdy) == "2014-12-25");
    CHECK(read("12/25/2014", DateOrder::dmy).empty());
    CHECK(read("01.03.2014", DateOrder::dmy) == "2014-03-01");
    CHECK(read("01.03.2014", DateOrder::mdy).empty());
    CHECK(read("2014/03/01", DateOrder::ymd) == "2014-03-01");
    CHECK(read("1 March 2014", DateOrder::dmy) == "2014-03-01");
    CHECK(read("March 1, 2014", DateOrder::mdy) == "2014-03-01");
    CHECK(read("Mar-2014", DateOrder::dmy) == "2014-03");
    CHECK(read("soon", DateOrder::dmy).empty());
}

TEST_CASE("open ends, years before Christ and marks without parts are no dates in any order") {
    for (const char* const text :
         {"../2005", "2003/..", "/2005", "--2005--", "5..2014", "/5/3/2014/", "-0044"}) {
        INFO(text);
        CHECK(date_guesses(text).empty());
        for (const DateOrder order : {DateOrder::dmy, DateOrder::mdy, DateOrder::ymd})
            CHECK(!read_date(text, order));
    }
}

TEST_CASE("a span in one cell has two ends, of which one may be open") {
    CHECK(span("1914/1918") == "1914..1918");
    CHECK(span("1914\u20131918") == "1914..1918");
    CHECK(span("../1999") == "..1999");
    CHECK(span("1999/..") == "1999..");
    CHECK(span("1999/present") == "1999..");
    CHECK(span("1918/1914") == "none");
    CHECK(span("../..") == "none");
    CHECK(span("3/1/2014") == "none");
    CHECK(span("1914") == "none");
}

TEST_CASE("words for a tie that goes on are known, and counts of days by spreadsheets") {
    CHECK(means_ongoing("Present"));
    CHECK(means_ongoing(".."));
    CHECK(!means_ongoing("1914"));
    CHECK(spreadsheet_day("43891") == "2020-03-01");
    CHECK(spreadsheet_day("36526") == "2000-01-01");
    CHECK(!spreadsheet_day("1914"));
}
