#include "io/ties/row_parser.hpp"

#include <fmt/format.h>

#include <catch2/catch.hpp>

#include "unit/io/ties/table.hpp"

using namespace entente;
using namespace entente::test;

namespace {

// What the first row under the header says: its values, or what is wrong with each bad cell.
std::string parsed(const std::string& header, const std::string& cells) {
    Table table("source,target," + header + "\na,b," + cells + "\n");
    io::Diagnostics diagnostics;
    const auto columns = find_tie_columns(table.rows(), {}, diagnostics);
    const io::CellRules rules;
    io::RowParser parser(*columns, rules);
    const io::ParsedRow row = parser.parse(table.row(0));
    std::string text;
    for (const io::CellProblem& problem : row.problems)
        text += fmt::format("{}: {}\n", problem.column, parser.message(table.row(0), problem));
    if (!text.empty()) return text;
    const io::TieValues& values = row.values;
    text += values.sign ? fmt::format("sign {} ", static_cast<int>(*values.sign)) : "";
    text += values.strength ? fmt::format("strength {} ", *values.strength) : "";
    text += values.negative_weight ? "negative " : "";
    text += values.directed == Directedness::unsaid     ? ""
            : values.directed == Directedness::directed ? "directed "
                                                        : "undirected ";
    text += values.confidence != 1 ? fmt::format("confidence {} ", values.confidence) : "";
    if (values.period != Period{})
        text += to_string(values.period.start) + ".." + to_string(values.period.end);
    return text;
}

}  // namespace

TEST_CASE("what a row does not say stays open") {
    CHECK(parsed("sign,weight,directed,start,end,confidence", ",,,,,").empty());
    CHECK(parsed("place", "Berlin").empty());
}

TEST_CASE("the cells of a row become values") {
    CHECK(parsed("sign,weight,directed,start,end,confidence", "-,2.5,true,1904,1907-08,0.5") ==
          "sign -1 strength 2.5 directed confidence 0.5 1904..1907-08");
    CHECK(parsed("sign,weight", "neutral,3") == "sign 0 strength 3 ");
    CHECK(parsed("directed,confidence", "mutual,A") == "undirected confidence 0.95 ");
    CHECK(parsed("end", "1907") == "..1907");
}

TEST_CASE("a negative weight keeps its sign until the file is known, unless the row says hostile") {
    CHECK(parsed("weight", "-2") == "strength -2 negative ");
    CHECK(parsed("sign,weight", "-,-2") == "sign -1 strength 2 negative ");
    CHECK(parsed("sign,weight", "+,-2") ==
          "3: the weight '-2' is negative, but the sign says '+'; make the sign - or the weight positive\n");
}

TEST_CASE("each bad cell is a problem of its own, and the rest of the row is read") {
    const std::string problems = parsed("sign,weight,directed,confidence,start", "alli,many,perhaps,2,soon");
    CHECK(problems.find("2: the sign must be + or -, not 'alli'; did you mean 'ally'?\n") == 0);
    CHECK(problems.find("3: the weight must be a plain decimal number") != std::string::npos);
    CHECK(problems.find("4: directed must be true or false, not 'perhaps'") != std::string::npos);
    CHECK(problems.find("5: the confidence must be above 0") != std::string::npos);
    CHECK(problems.find("6: 'soon' is no date") != std::string::npos);
}

TEST_CASE("an end before its start is a problem of the end, unless either is no date") {
    CHECK(parsed("start,end", "1907,1904") ==
          "3: the end '1904' is before the start '1907'; swap or correct them\n");
    CHECK(parsed("start,end", "1907-05,1907") == "1907-05..1907");
    CHECK(parsed("start,end", "soon,1904").find("before the start") == std::string::npos);
}
