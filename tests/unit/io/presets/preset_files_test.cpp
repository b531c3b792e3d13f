// Data sets that people download as workbooks or for Stata: the presets understand them as they do text.
#include <catch2/catch.hpp>

#include "base/text.hpp"
#include "support/dta_files.hpp"
#include "support/reading.hpp"
#include "support/zip_files.hpp"

using namespace entente;
using namespace entente::test;

namespace {

struct Sample {
    const char* preset;
    std::string csv;
};

const Sample samples[] = {
    {"cow-mid",
     "dispnum,ccode1,ccode2,year,hostlev\n3,1,2,1901,3\n3,1,2,1902,4\n3,2,1,1904,4\n4,1,3,1904,-9\n"},
    {"cow-alliances-yearly",
     "ccode1,ccode2,year,cow_defense,cow_neutral,cow_nonagg,cow_entente\n1,2,1901,1,0,0,0\n1,2,1902,1,0,0,1\n"
     "1,2,1904,1,0,0,0\n"},
    {"atop",
     "ccode1,ccode2,year,atop_defense,atop_offense,atop_neutral,atop_nonagg,atop_consul\n1,2,1930,1,0,0,0,0\n"
     "1,2,1931,1,0,0,0,1\n"},
    {"ucdp-dyadic",
     "dyad_id,conflict_id,side_a,side_b,incompatibility,year\n1,205,Government of X,Front,1,1946\n"
     "1,205,Government of X,Front,1,1947\n"}};

std::string as_stata(const std::string& csv) {
    std::vector<std::vector<std::string>> cells;
    for (const std::string_view line : split(csv, '\n')) {
        if (line.empty()) continue;
        cells.emplace_back();
        for (const std::string_view cell : split(line, ',')) cells.back().emplace_back(cell);
    }
    std::vector<DtaVariable> variables;
    for (std::size_t column = 0; column < cells.front().size(); ++column)
        variables.push_back(
            {.name = cells.front()[column],
             .text = cells.at(1)[column].find_first_not_of("-.0123456789") != std::string::npos});
    cells.erase(cells.begin());
    return dta(118, variables, cells);
}

}  // namespace

TEST_CASE("presets understand workbooks and data sets of Stata as they understand text") {
    for (const Sample& sample : samples) {
        CAPTURE(sample.preset);
        const io::Reading text = read({{"data.csv", sample.csv}});
        const std::string ties = ties_of(text.network);
        CHECK_FALSE(ties.empty());
        for (const io::Reading& other : {read({{"data.xlsx", workbook({{"Sheet1", rows(sample.csv)}})}}),
                                         read({{"data.dta", as_stata(sample.csv)}})}) {
            REQUIRE(other.ledger.read_as.size() == 1);
            const ReadAs &as = other.ledger.read_as.front(), &as_text = text.ledger.read_as.front();
            CHECK(as.preset == sample.preset);
            CHECK(ties_of(other.network) == ties);
            CHECK(as.rows_read == as_text.rows_read);
            CHECK(as.rows_giving_ties == as_text.rows_giving_ties);
            CHECK(as.decisions == as_text.decisions);
        }
    }
}
