#include "io/ties/tie_columns.hpp"

#include <catch2/catch.hpp>

#include "unit/io/ties/table.hpp"

using namespace entente;
using namespace entente::test;

namespace {

struct Found {
    std::optional<io::TieColumns> columns;
    std::string told;
};

Found found_in(const std::string& header, const io::ChosenColumns& chosen = {}) {
    Table table(header);
    io::Diagnostics diagnostics;
    Found found{find_tie_columns(table.rows(), chosen, diagnostics), ""};
    try {
        for (const Diagnostic& told : diagnostics.settle()) found.told += told.message + "\n";
    } catch (const Error& error) {
        for (const Diagnostic& told : error.diagnostics()) found.told += told.message + "\n";
    }
    return found;
}

}  // namespace

TEST_CASE("each column of a header has its role, and what has none is a further attribute") {
    const auto [columns, told] = found_in("source,target,kind,strength,since,until,place");
    REQUIRE(columns);
    CHECK(columns->source == 0);
    CHECK(columns->target == 1);
    CHECK(columns->relation == 2U);
    CHECK(columns->weight == 3U);
    CHECK(columns->start == 4U);
    CHECK(columns->end == 5U);
    CHECK(!columns->sign);
    REQUIRE(columns->others.size() == 1);
    CHECK(columns->others[0].column == 6);
    CHECK(columns->others[0].name == "place");
    CHECK(told.empty());
}

TEST_CASE("the columns that are chosen come before those that names suggest") {
    const auto [columns, told] =
        found_in("a,b,sign,tone", {{"source", "a"}, {"target", "b"}, {"sign", "tone"}});
    REQUIRE(columns);
    CHECK(columns->source == 0);
    CHECK(columns->target == 1);
    CHECK(columns->sign == 3U);
    REQUIRE(columns->others.size() == 1);
    CHECK(columns->others[0].name == "sign");
}

TEST_CASE("a column called type waits for its cells unless another one is the direction") {
    const auto alone = found_in("source,target,type").columns;
    REQUIRE(alone);
    REQUIRE(alone->type);
    CHECK(alone->type->column == 2);
    CHECK(alone->type->is_relation);
    CHECK(!alone->relation);
    const auto beside = found_in("source,target,relation,Type").columns;
    REQUIRE(beside);
    REQUIRE(beside->type);
    CHECK(!beside->type->is_relation);
    CHECK(beside->relation == 2U);
    CHECK(beside->others.empty());
    const auto directed = found_in("source,target,type,directed").columns;
    REQUIRE(directed);
    CHECK(!directed->type);
    CHECK(directed->relation == 2U);
    CHECK(!found_in("source,target,type", {{"relation", "type"}}).columns->type);
}

TEST_CASE("without both ends there are no columns, and it is told which one is missing") {
    const auto no_target = found_in("source,weight");
    CHECK(!no_target.columns);
    CHECK(no_target.told.find("no column is called 'target'") == 0);
    CHECK(!found_in("one,two").columns);
}
