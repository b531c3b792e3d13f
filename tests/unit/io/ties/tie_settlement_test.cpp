#include "io/ties/tie_settlement.hpp"

#include <catch2/catch.hpp>

#include "unit/io/ties/table.hpp"

using namespace entente;
using namespace entente::test;

namespace {

struct Settled {
    Network network;
    io::TieSettlement settlement;
    std::string told;
};

Settled settled(const std::string& text, std::vector<Relation> relations = {}) {
    Settled result;
    Network& network = result.network;
    network.relations = std::move(relations);
    network.files.push_back("ties.csv");
    Table table(text);
    io::Diagnostics diagnostics;
    const auto columns = find_tie_columns(table.rows(), {}, diagnostics);
    const io::CellRules rules;
    io::TieBuilder builder(network, *columns, rules);
    io::RowParser parser(*columns, rules);
    io::References references(network, diagnostics);
    for (std::size_t i = 0; i < table.batch().size(); ++i)
        builder.append(ActorId{0}, ActorId{1}, table.row(i), parser.parse(table.row(i)).values);
    result.settlement =
        settle_ties(builder, {table.rows(), *columns, rules}, network, references, diagnostics);
    try {
        for (const Diagnostic& told : diagnostics.settle(network.files)) result.told += told.message + "\n";
    } catch (const Error& error) {
        for (const Diagnostic& told : error.diagnostics()) result.told += told.message + "\n";
    }
    return result;
}

}  // namespace

TEST_CASE("negative weights give signs to the rows that say none, zero none") {
    const Settled result = settled("source,target,weight\na,b,-2\na,b,3\na,b,0\na,b,\n");
    CHECK(result.network.ties.sign ==
          std::vector<Sign>{Sign::negative, Sign::positive, Sign::none, Sign::positive});
    CHECK(result.network.ties.strength == std::vector<double>{2, 3, 0, 1});
    CHECK(result.told.find("some weights are negative") == 0);
}

TEST_CASE("positive weights give no signs, and the column of signs goes again") {
    const Settled result = settled("source,target,weight\na,b,2\na,b,\n");
    CHECK(!result.network.has_signs());
    CHECK(result.network.ties.strength == std::vector<double>{2, 1});
    CHECK(result.told.empty());
}

TEST_CASE("a type whose cells all are directions is the direction") {
    const Settled result = settled("source,target,type\na,b,Directed\na,b,\na,b,Undirected\n");
    CHECK(result.settlement.type_is_direction);
    CHECK(result.network.ties.directed ==
          std::vector<Directedness>{Directedness::directed, Directedness::unsaid, Directedness::undirected});
    CHECK(result.network.ties.relation.empty());
}

TEST_CASE("any other type is the relation, whose defaults the rows take") {
    const Settled result =
        settled("source,target,type\na,b,war\na,b,trade\n",
                {{.name = "war", .label = "war", .sign = Sign::negative, .directed = {}, .strength = {}},
                 {.name = "trade", .label = "trade", .sign = {}, .directed = {}, .strength = 4.0}});
    CHECK(!result.settlement.type_is_direction);
    CHECK(result.network.ties.relation[0] == "war");
    CHECK(result.network.ties.sign == std::vector<Sign>{Sign::negative, Sign::none});
    CHECK(result.network.ties.strength == std::vector<double>{1, 4});
}

TEST_CASE(
    "the first date column whose every cell is a date dates the ties, in the absence of start and end") {
    const Settled year = settled("source,target,date,year\na,b,soon,1904\na,b,,\n");
    CHECK(year.settlement.point_date == "year");
    REQUIRE(year.network.ties.period.size() == 2);
    CHECK(to_string(year.network.ties.period[0].end) == "1904");
    CHECK(year.network.ties.period[1] == Period{});
    CHECK(year.told.find("the column 'date' is kept as a further attribute only") != std::string::npos);
    CHECK(settled("source,target,date,start\na,b,1904,1905\n").settlement.point_date.empty());
    CHECK(settled("source,target,date\na,b,\n").settlement.point_date.empty());
}
