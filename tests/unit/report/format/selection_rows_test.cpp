#include "report/format/selection_rows.hpp"

#include <algorithm>
#include <catch2/catch.hpp>
#include <set>

#include "base/error.hpp"

using namespace entente;
using report::selection_rows;
using report::SelectionWords;

namespace {

TieSelection read(const SelectionWords& words) {
    TieSelection selection;
    for (const report::SelectionRow& row : selection_rows()) row.read(words, selection);
    return selection;
}

report::Settings settings_of(const SelectionWords& words) {
    return {.selection = read(words), .resolved = {true, false}, .seed = {}, .more = {}};
}

}  // namespace

TEST_CASE("what a selection does not say changes nothing and is not spoken of") {
    CHECK(read({}) == TieSelection{});
    CHECK(report::settings_line(settings_of({})) == "nonnegative ties, directed, unweighted");
}

TEST_CASE("a line says everything that was asked for, in the order of the rows") {
    SelectionWords words;
    words.ties = "all";
    words.reversed = true;
    words.merge = "max";
    words.from = "1904";
    words.to = "1906";
    words.certain = true;
    words.relations = {"war", "pact"};
    words.kinds = {"state"};
    words.largest_component = true;
    CHECK(report::settings_line(settings_of(words)) ==
          "all ties, reversed, unweighted, merged by max, 1904-01-01/1906-12-31 (certain), relations war, "
          "pact, kinds "
          "state, largest component");
}

TEST_CASE("options that contradict each other are refused by their row") {
    SelectionWords words;
    words.directed = words.undirected = true;
    CHECK_THROWS_AS(read(words), Error);
    words = {};
    words.at = "1904";
    words.to = "1905";
    CHECK_THROWS_AS(read(words), Error);
    words = {};
    words.throughout = true;
    CHECK_THROWS_AS(read(words), Error);
    words = {};
    words.project = "source";
    words.reversed = true;
    CHECK_THROWS_AS(read(words), Error);
}

TEST_CASE("every row has an option, a field and a name of its own for each") {
    std::set<std::string> options, fields;
    for (const report::SelectionRow& row : selection_rows()) {
        CHECK_FALSE(row.options.empty());
        for (const report::SelectionOption& option : row.options)
            CHECK(options.insert(std::string(option.name)).second);
        for (const auto& field : row.fields(settings_of({}))) CHECK(fields.insert(field.first).second);
    }
}
