#include "io/formats/raw_table_reader.hpp"

#include <catch2/catch.hpp>

#include "io/ties/tie_reader.hpp"

using namespace entente;

TEST_CASE("a table of another format is read in rows as wide as its header") {
    io::RawTable table("net.gexf");
    const std::size_t a = table.column("a", {1, 5});
    table.begin_row({2, 1});
    table.set(a, "x", {2, 3});
    const std::size_t b = table.column("b", {3, 7});
    table.begin_row({3, 1});
    table.set(b, "y", {3, 9});
    const Control control;
    io::RawTableReader rows(table, control);
    CHECK(rows.name() == "net.gexf");
    CHECK(rows.header() == std::vector<std::string>{"a", "b"});
    CHECK(rows.header_spot(1).line == 3);
    CHECK(rows.header_spot(1).column == 7);
    io::RowBatch batch;
    REQUIRE(rows.next(batch));
    REQUIRE(batch.size() == 2);
    const io::RowRef first{batch, 0}, second{batch, 1};
    CHECK(first.cell(0) == "x");
    CHECK(first.cell(1).empty());
    CHECK(second.cell(0).empty());
    CHECK(second.cell(1) == "y");
    CHECK(first.line() == 2);
    CHECK(rows.spot(second, 1).column == 9);
    CHECK(rows.spot(first, 1).column == 1);  // nothing was set: where the row begins
    CHECK(!rows.next(batch));
    CHECK(rows.rows_read() == 2);
}

TEST_CASE("batches of a long table keep the places of their cells") {
    io::RawTable table("net.gml");
    const std::size_t source = table.column("source");
    for (std::uint32_t line = 1; line <= 300; ++line) {
        table.begin_row({line, 1});
        table.set(source, std::to_string(line), {line, 4});
    }
    const Control control;
    io::RawTableReader rows(table, control);
    io::RowBatch batch;
    std::size_t count = 0;
    while (rows.next(batch)) {
        for (std::size_t row = 0; row < batch.size(); ++row) {
            ++count;
            CHECK(rows.spot({batch, row}, source).line == count);
            CHECK(io::RowRef{batch, row}.cell(source) == std::to_string(count));
        }
    }
    CHECK(count == 300);
}

TEST_CASE("a table of another format passes the checks that CSV passes, with its own places") {
    io::RawTable table("net.gexf");
    const std::size_t source = table.column("source"), target = table.column("target"),
                      weight = table.column("weight");
    table.begin_row({7, 3});
    table.set(source, "a");
    table.set(target, "b");
    table.set(weight, "many", {7, 30});
    const Control control;
    io::RawTableReader rows(table, control);
    Network network;
    Ledger ledger;
    io::Diagnostics diagnostics;
    io::ActorReader actors(network, ledger, diagnostics);
    io::TieReader ties(network, ledger, actors, diagnostics);
    ties.read(rows, {.chosen = {}, .rules = {}, .actors_known = false});
    REQUIRE_THROWS_WITH(diagnostics.settle(network.files),
                        Catch::Contains("net.gexf:7:30: error: the weight must be a plain decimal number"));
    CHECK(ledger.tie_rows == 1);
}

TEST_CASE("a table without columns is empty") {
    const io::RawTable table("net.gexf");
    const Control control;
    io::RawTableReader rows(table, control);
    io::RowBatch batch;
    CHECK(rows.header().empty());
    CHECK(!rows.next(batch));
}
