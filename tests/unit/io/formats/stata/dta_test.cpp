// Data sets of Stata.
#include "io/formats/stata/dta.hpp"

#include <atomic>
#include <catch2/catch.hpp>

#include "io/formats/stata/stata_text.hpp"
#include "support/dta_files.hpp"
#include "support/raw_files.hpp"
#include "support/reading.hpp"

using namespace entente;
using namespace entente::test;
using io::StataTime;

namespace {

io::RawFile parsed(const std::string& bytes) {
    const Folder folder(std::map<std::string, std::string>{{"data.dta", bytes}});
    return io::read_dta(folder / "data.dta", {});
}

std::string ties(const io::RawFile& file) { return text_of(file.networks.at(0).ties); }

std::string date(double count, StataTime time) { return io::stata_date(count, time).value_or("none"); }

std::string alliances(int version) {
    return dta(version,
               {{.name = "ccode1", .labels = {{2, "USA"}, {200, "United Kingdom"}}},
                {.name = "ccode2"},
                {.name = "state", .text = true},
                {.name = "start", .format = "%td"},
                {.name = "weight"}},
               {{"2", "200", "Côte d'Ivoire", "-16589", "0.1"}, {"3", ".", "", ".a", "1e20"}}, "Alliances");
}

}  // namespace

TEST_CASE("dta: labels, missing values, days and texts of every version in use") {
    for (const int version : {113, 114, 115, 117, 118, 119}) {
        CAPTURE(version);
        const auto file = parsed(alliances(version));
        CHECK(text_of(file).empty());
        CHECK(ties(file) ==
              "ccode1,ccode2,state,start,weight\nUSA,200,Côte d'Ivoire,1914-08-01,0.1\n3,,,,1e+20\n");
        CHECK(file.networks[0].title == "Alliances");
        CHECK(file.networks[0].actors.header().empty());
        CHECK(file.networks[0].ties.place(1, 4).line == 2);
        CHECK(file.networks[0].ties.place(1, 4).column == 5);
    }
}

TEST_CASE("dta: texts that are not UTF-8 are taken for Windows-1252") {
    std::string bytes = alliances(114);
    const std::size_t at = bytes.find("C\xC3\xB4te");
    REQUIRE(at != std::string::npos);
    bytes.replace(at, 15, "C\xF4te d\x92Ivoire\x80", 15);
    CHECK_THAT(ties(parsed(bytes)), Catch::Contains("USA,200,Côte d’Ivoire€,"));
    CHECK(io::as_utf8("حزب") == "حزب");
    CHECK(io::as_utf8("\x81") == "\xEF\xBF\xBD");
}

TEST_CASE("dta: counts of days, months and years are dates, those of weeks and quarters stay numbers") {
    CHECK(io::stata_time("%tdD_m_CY") == StataTime::day);
    CHECK(io::stata_time("%d") == StataTime::day);
    CHECK(io::stata_time("%-td") == StataTime::day);
    CHECK(io::stata_time("%tcHH:MM") == StataTime::milliseconds);
    CHECK(io::stata_time("%9.0g") == StataTime::none);
    CHECK(io::stata_time("%20s") == StataTime::none);
    CHECK(date(0, StataTime::day) == "1960-01-01");
    CHECK(date(-16589, StataTime::day) == "1914-08-01");
    CHECK(date(-1, StataTime::month) == "1959-12");
    CHECK(date(11, StataTime::month) == "1960-12");
    CHECK(date(12, StataTime::month) == "1961-01");
    CHECK(date(1914, StataTime::year) == "1914");
    CHECK(date(86'400'000.0 * 366 + 5, StataTime::milliseconds) == "1961-01-01");
    CHECK(date(-1, StataTime::milliseconds) == "1959-12-31");
    CHECK(date(1e18, StataTime::day) == "none");
    CHECK(date(3e6, StataTime::day) == "none");
    const auto file = parsed(dta(118, {{.name = "q", .format = "%tq"}, {.name = "c", .format = "%tc"}},
                                 {{"3", "1000"}, {"4", "86400000"}}));
    CHECK(ties(file) == "q,c\n3,1960-01-01\n4,1960-01-02\n");
    CHECK(text_of(file) ==
          "data.dta: note: weeks, quarters and halves of Stata stay numbers: 'q'\n"
          "data.dta:1:2: note: times of day are left out, the day is kept: 'c'\n");
}

TEST_CASE("dta: names that differ only by case are different columns") {
    CHECK(ties(parsed(dta(118, {{.name = "Year"}, {.name = "year"}}, {{"1", "2"}}))) == "Year,year_2\n1,2\n");
}

TEST_CASE("dta: damaged and empty files are errors, what was read is kept") {
    CHECK_THAT(text_of(parsed("")), Catch::Contains("error: this is not a readable Stata file"));
    CHECK_THAT(text_of(parsed("source,target\n")),
               Catch::Contains("error: this is not a readable Stata file"));
    const std::string bytes = alliances(118);
    for (std::size_t size = 1; size < bytes.size(); size += 7) {
        CAPTURE(size);
        const auto file = parsed(bytes.substr(0, size));
        CHECK(file.networks.size() == 1);
    }
    CHECK_THAT(text_of(parsed(bytes.substr(0, bytes.size() / 2))),
               Catch::Contains("error: this is not a readable Stata file"));
    CHECK(ties(parsed(dta(118, {{.name = "x"}}, {}))) == "x\n");
}

TEST_CASE("dta: bytes altered at random give a diagnostic or a table, never a crash") {
    for (const int version : {114, 118}) {
        const std::string bytes = alliances(version);
        std::uint32_t random = 12345;
        for (int i = 0; i < 300; ++i) {
            std::string altered = bytes;
            for (int n = 0; n < 3; ++n) {
                random = random * 1664525U + 1013904223U;
                altered[(random >> 8U) % altered.size()] = static_cast<char>(random >> 4U);
            }
            CHECK(parsed(altered).networks.size() == 1);
        }
    }
}

TEST_CASE("dta: Ctrl-C ends the reading") {
    const Folder folder(std::map<std::string, std::string>{{"data.dta", alliances(118)}});
    const std::atomic<bool> stop{true};
    CHECK_THROWS_WITH(io::read_dta(folder / "data.dta", {.threads = 1, .stop = &stop}),
                      Catch::Contains("interrupted"));
}
