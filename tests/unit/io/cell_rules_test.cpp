#include "io/cell_rules.hpp"

#include <catch2/catch.hpp>

#include "support/reading.hpp"

using namespace entente;
using namespace entente::test;
using Catch::Contains;

TEST_CASE("a number has the decimal mark that is named, and the other one only between thousands") {
    CHECK(io::parse_decimal("0,5", ',') == 0.5);
    CHECK(io::parse_decimal("1.234,56", ',') == 1234.56);
    CHECK(io::parse_decimal("1 000", ',') == 1000.0);
    CHECK(io::parse_decimal("1\u00A0000,5", ',') == 1000.5);
    CHECK(io::parse_decimal("610,086", ',') == 610.086);
    CHECK(io::parse_decimal("610,086", '.') == 610086.0);
    CHECK(io::parse_decimal("1,234,567.5", '.') == 1234567.5);
    CHECK(io::parse_decimal("-1.000", ',') == -1000.0);
    CHECK(io::parse_decimal("2e3", ',') == 2000.0);
    CHECK(io::parse_decimal("12", ',') == 12.0);
    for (const char* text : {"1,2,3", "12.34", "1.23.456", "1..000", ",", "", "a,5", "50%"}) {
        INFO(text);
        CHECK(!io::parse_decimal(text, ','));
    }
    CHECK(!io::parse_decimal("0,5", 0));
    CHECK(io::parse_decimal("0.5", 0) == 0.5);
}

TEST_CASE("numbers in another form are one message a column, with the option that reads them") {
    CHECK(
        said("source;target;weight\na;b;0,5\nb;c;1,25\n") ==
        "ties.csv:2:5: error: the column 'weight' has numbers such as '0,5' (2 cells) with a decimal comma: "
        "--decimal , reads them");
    CHECK(said("source,target,weight\na,b,\"610,086\"\n") ==
          "ties.csv:2:5: error: the column 'weight' has numbers such as '610,086' (1 cell), which have two "
          "readings: --decimal , reads 610.086, --decimal . reads 610086");
    CHECK_THAT(said("source,target,weight\na,b,50%\n"), Contains("not '50%'; write 0.5 or 50"));
    io::ReadOptions options;
    options.cells.decimal = ',';
    CHECK(read("source;target;weight;confidence\na;b;0,5;0,8\n", options).network.ties.strength[0] == 0.5);
    CHECK(read("source;target;weight;confidence\na;b;0,5;0,8\n", options).network.ties.confidence[0] == 0.8);
}

TEST_CASE("dates in another order are one message a column, with the option that reads them") {
    CHECK(said("source,target,start\na,b,3/1/2014\nb,c,4/1/2014\n") ==
          "ties.csv:2:5: error: the column 'start' writes dates such as '3/1/2014' (2 cells): --dates dmy "
          "reads "
          "2014-01-03 or --dates mdy reads 2014-03-01, or write it as 2014-01-03 or 2014-03-01");
    CHECK_THAT(said("source,target,start\na,b,3/1/2014\nb,c,25/12/2014\n"),
               Contains("(2 cells): --dates dmy reads 2014-01-03, or"));
    CHECK_THAT(said("source,target,start\na,b,25/12/2014\nb,c,12/25/2014\n"),
               Contains("in different orders"));
    CHECK_THAT(said("source,target,start\na,b,2014/03/01\n"), Contains("--dates ymd reads 2014-03-01"));
    io::ReadOptions options;
    options.cells.dates = DateOrder::mdy;
    CHECK(ties_of(read("source,target,start,end\na,b,3/1/2014,4/1/2014\n", options).network) ==
          "a - b 2014-03-01..2014-04-01\n");
    CHECK(
        ties_of(read("source,target,date\na,b,3/1/2014\n", options).network).find("2014-03-01..2014-03-01") !=
        std::string::npos);
}

TEST_CASE("dates that programs and EDTF write are read, and it is said once a column how") {
    const io::Reading reading = read(
        "source,target,start,end\na,b,1999.0,present\nb,c,1984?,2001-09-09T00:00:00Z\nc,d,198X,ongoing\n");
    CHECK(ties_of(reading.network).find("a - b 1999..\n") == 0);
    CHECK(reading.remarks.size() == 4);
    CHECK_THAT(
        said("source,target,start\na,b,1984?\nb,c,1985~\n"),
        Contains("note: dates such as '1984?' in the column 'start' (2 cells) are read without the mark of "
                 "doubt"));
    const Network spans = read("source,target,date\na,b,../1999\nb,c,1999/..\nc,d,1914/1918\n").network;
    REQUIRE(spans.has_dates());
    CHECK(spans.ties.period[0].start == Period{}.start);
    CHECK(spans.ties.period[1].end == Period{}.end);
    CHECK(to_string(spans.ties.period[2].end) == "1918");
}

TEST_CASE("dates that are not read have a remedy of their own") {
    const auto of_start = [](const std::string& cell) {
        return said("source,target,start\na,b," + cell + "\n");
    };
    CHECK_THAT(
        of_start("43891"),
        Contains(
            "days as a spreadsheet counts them: format the column as a date and save it again, this one as "
            "2020-03-01"));
    CHECK_THAT(of_start("present"), Contains("leave the start empty"));
    CHECK_THAT(of_start("Apr-14"), Contains("write the year with four digits"));
    CHECK_THAT(of_start("1788-21"), Contains("EDTF writes seasons so: write 1788"));
    CHECK_THAT(of_start("1900s"), Contains("write 190X for ten years or 19XX for a hundred"));
    for (const char* quarter : {"2001-Q3", "2001q3", "Q3 2001"})
        CHECK_THAT(of_start(quarter), Contains("write its months, as in [2001-07..2001-09]"));
    CHECK_THAT(of_start("2001\u20132003"), Contains("write 2001 here and 2003 into the column for the end"));
    CHECK_THAT(of_start("\u0662\u0660\u0660\u0661"), Contains("; write 2001"));
    CHECK_THAT(of_start("'2001"), Contains("; write 2001"));
    CHECK_THAT(of_start("2001-13-01"), Contains("there is no month 13"));
    CHECK_THAT(of_start("2001-02-30"), Contains("2001-02 has no day 30"));
    CHECK_THAT(of_start("-0044"), Contains("years begin with 0001"));
    CHECK_THAT(of_start("44 BC"), Contains("years begin with 0001"));
}

TEST_CASE("numbers that are not read have a remedy of their own") {
    const auto of_weight = [](const std::string& cell) {
        return said("source,target,weight\na,b,\"" + cell + "\"\n");
    };
    CHECK_THAT(of_weight("\u22125"), Contains("; write -5"));
    CHECK_THAT(of_weight("\uFF11\uFF12"), Contains("; write 12"));
    CHECK_THAT(of_weight("\u0663"), Contains("; write 3"));
    CHECK_THAT(of_weight("$5"), Contains("; write the number alone: 5"));
    CHECK_THAT(of_weight("5.5 USD"), Contains("; write the number alone: 5.5"));
    CHECK_THAT(of_weight("50%"), Contains("; write 0.5 or 50"));
    CHECK_THAT(of_weight("1 000"),
               Contains("with marks between thousands: --decimal . reads them (this one as 1000)"));
    CHECK_THAT(of_weight("Rs 5"), Contains("; write 5 if 'Rs' is only its unit, else all of it in digits"));
    for (const char* estimate : {"\u22655", ">5", "~5", "<1", "\u22485", "\u00B15", "5+", "5?", "c. 5",
                                 "about 5", "at least 5", "5 (est.)"})
        CHECK_THAT(of_weight(estimate), Contains("; a bound or an estimate is no number"));
    for (const char* accounts : {"(5)", "(5 USD)", "$(5)"})
        CHECK_THAT(of_weight(accounts),
                   Contains("; in brackets accountants write what is below zero: write -5"));
    for (const char* multiple : {"5k", "$5m", "5 million USD"})
        CHECK_THAT(of_weight(multiple), Contains("; write all digits of the number if '"));
    CHECK_THAT(of_weight("5 tanks"), Contains("; write 5 if 'tanks' is only its unit"));
    CHECK_THAT(of_weight("\u00A3"
                         "5"),
               Contains("; write the number alone: 5"));
    for (const char* cell : {"minus 5", "5 at most",
                             "\u20AC"
                             "5M",
                             "5K\u20AC", "5 mill.", "almost 5", "5 max"})
        CHECK_THAT(of_weight(cell), !Contains("; write the number alone"));
    for (const char* none : {"x", "3-4", "1e999", "0x10x", "[5]", "5\u00B2", "\u00D75", "=5"})
        CHECK(of_weight(none).ends_with("not '" + std::string(none) + "'"));
}

TEST_CASE("an exclusive end is the year, month or day after the tie, whatever its start") {
    const auto last = [](const char* start, const char* end) {
        return to_string(io::last_before(parse_date(end).value(), parse_date(start).value()));
    };
    CHECK(last("1872", "1904") == "1903");
    CHECK(last("1872", "1904-01") == "1903-12");
    CHECK(last("1872", "1904-03-01") == "1904-02-29");
    CHECK(last("1904", "1904") == "1904");  // a moment
    // Some day of 1904 that is after 1 June.
    CHECK(io::last_before(parse_date("1904").value(), parse_date("1904-06-01").value()) ==
          DayInterval{parse_date("1903-12-31")->earliest, parse_date("1904-12-30")->latest});
}

TEST_CASE("exclusive ends are a rule of any table, and rules that nobody knows are refused") {
    io::ReadOptions options;
    options.rules = {{"end", "exclusive"}};
    // A published panel whose pairs change from enmity to alliance in the year that ends the one.
    const std::string panel = "from,to,sign,begin,end\na,b,-1,1872,1904\na,b,1,1904,1918\na,c,1,1904,\n";
    const Network network = read(panel, options).network;
    REQUIRE(network.tie_count() == 3);
    CHECK(to_string(network.ties.period[0].end) == "1903");
    CHECK(to_string(network.ties.period[1].end) == "1917");
    CHECK(network.ties.period[2].end.latest == end_of_time);
    CHECK_THAT(said(panel, options), Contains("note: an end is the first day, month or year after the tie"));
    CHECK_THAT(said(panel), !Contains("an end is"));
    CHECK_THAT(said("from,to,begin,end\nL,M,1985,1985-01-01\n", options),
               Contains("the last day of the tie, 1984-12-31, is before the start '1985': by --rule "
                        "end=exclusive the end '1985-01-01' is the first day after it"));
    CHECK_THAT(said("from,to,begin,end\nL,M,1985,1984\n", options),
               Contains("the end '1984' is before the start '1985'; swap or correct them"));
    options.rules = {{"end", "open"}};
    CHECK_THROWS_WITH(read(panel, options), Contains("--rule end: unknown value 'open'"));
    options.rules = {{"sign", "none"}};
    CHECK_THROWS_WITH(read(panel, options),
                      Contains("--rule sign=none: the columns are those of no known data set"));
}
