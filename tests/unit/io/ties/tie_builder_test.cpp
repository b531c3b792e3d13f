#include "io/ties/tie_builder.hpp"

#include <catch2/catch.hpp>

#include "unit/io/ties/table.hpp"

using namespace entente;
using namespace entente::test;

namespace {

// Appends the rows of a file, which has the two ends a and b, to the network.
void append(Network& network, const std::string& text) {
    Table table(text);
    io::Diagnostics diagnostics;
    const auto columns = find_tie_columns(table.rows(), {}, diagnostics);
    network.files.push_back("ties.csv");
    const io::CellRules rules;
    io::TieBuilder builder(network, *columns, rules);
    io::RowParser parser(*columns, rules);
    for (std::size_t i = 0; i < table.batch().size(); ++i)
        builder.append(ActorId{0}, ActorId{1}, table.row(i), parser.parse(table.row(i)).values);
    builder.close();
}

}  // namespace

TEST_CASE("a column that no file gives stays empty") {
    Network network;
    append(network, "source,target\na,b\n");
    CHECK(network.tie_count() == 1);
    CHECK(!network.has_weights());
    CHECK(!network.has_dates());
    CHECK(!network.has_confidences());
    CHECK(network.ties.relation.empty());
}

TEST_CASE("a column that only a later file gives is filled up for the rows before, and the other way round") {
    Network network;
    append(network, "source,target\na,b\na,b\n");
    append(network, "source,target,sign,weight,confidence,start,place\na,b,+,5,0.5,1904,Paris\n");
    append(network, "source,target,note\na,b,last\n");
    CHECK(network.tie_count() == 4);
    CHECK(network.ties.strength == std::vector<double>{1, 1, 5, 1});
    CHECK(network.ties.confidence == std::vector<double>{1, 1, 0.5, 1});
    CHECK(network.ties.sign == std::vector<Sign>{Sign::none, Sign::none, Sign::positive, Sign::none});
    REQUIRE(network.ties.period.size() == 4);
    CHECK(network.ties.period[1] == Period{});
    CHECK(to_string(network.ties.period[2].start) == "1904");
    CHECK(network.ties.attributes[0].cells[0].empty());
    CHECK(network.ties.attributes[0].cells[2] == "Paris");
    CHECK(network.ties.note[3] == "last");
    CHECK(network.ties.place[2].file == 1);
    CHECK(network.ties.place[2].line == 2);
}

TEST_CASE("what a row leaves open is known to be open until it is set") {
    Network network;
    network.files.push_back("ties.csv");
    Table table("source,target,weight\na,b,\na,b,-3\n");
    io::Diagnostics diagnostics;
    const auto columns = find_tie_columns(table.rows(), {}, diagnostics);
    const io::CellRules rules;
    io::TieBuilder builder(network, *columns, rules);
    io::RowParser parser(*columns, rules);
    for (std::size_t i = 0; i < 2; ++i)
        builder.append(ActorId{0}, ActorId{1}, table.row(i), parser.parse(table.row(i)).values);
    CHECK(!builder.values_of(0).strength);
    CHECK(!builder.values_of(0).sign);
    CHECK(builder.values_of(1).strength == -3.0);
    CHECK(builder.any_negative_weight());
    io::TieValues values = builder.values_of(1);
    values.sign = Sign::negative;
    values.strength = 3;
    builder.set_values(1, values);
    CHECK(builder.values_of(1).sign == Sign::negative);
    CHECK(builder.values_of(1).strength == 3.0);
}

TEST_CASE("the cells of type are kept until it is known whether they all are directions") {
    Network network;
    network.files.push_back("ties.csv");
    Table table("source,target,type\na,b,Directed\na,b,\na,b,ally\n");
    io::Diagnostics diagnostics;
    const auto columns = find_tie_columns(table.rows(), {}, diagnostics);
    const io::CellRules rules;
    io::TieBuilder builder(network, *columns, rules);
    builder.append(ActorId{0}, ActorId{1}, table.row(0), {});
    builder.append(ActorId{0}, ActorId{1}, table.row(1), {});
    CHECK(builder.types_are_directions());
    builder.append(ActorId{0}, ActorId{1}, table.row(2), {});
    CHECK(!builder.types_are_directions());
    CHECK(builder.types()[2] == "ally");
}
