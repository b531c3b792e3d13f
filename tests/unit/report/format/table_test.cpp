#include "report/format/table.hpp"

#include <catch2/catch.hpp>
#include <cmath>
#include <nlohmann/json.hpp>

#include "report/format/json_value.hpp"

using namespace entente::report;

namespace {
const double undefined_number = std::nan("");
}

TEST_CASE("a CSV cell is quoted where it has to be and only there") {
    CHECK(csv_field("plain") == "plain");
    CHECK(csv_field("two words") == "two words");
    CHECK(csv_field("a,b") == "\"a,b\"");
    CHECK(csv_field("the \"Axis\"") == "\"the \"\"Axis\"\"\"");
    CHECK(csv_field("two\nlines") == "\"two\nlines\"");
    CHECK(csv_field(" edge") == "\" edge\"");
}

TEST_CASE("numbers in CSV keep twelve digits and undefined ones are empty") {
    const Table table{.columns = {"id", "value", "count"},
                      .rows = {{std::string("a"), 1.0 / 3, std::uint64_t{7}},
                               {std::string("b"), undefined_number, std::uint64_t{0}}}};
    CHECK(to_csv(table) == "id,value,count\na,0.333333333333,7\nb,,0\n");
}

TEST_CASE("columns are aligned by what people see, numbers to the right") {
    const Table table{.columns = {"name", "score"},
                      .rows = {{std::string("Ägypten"), 12.5}, {std::string("中国"), 1.25}}};
    CHECK(to_text(table, {}) == "name     score\nÄgypten  12.50\n中国      1.25\n");
}

TEST_CASE("a table wider than the terminal goes on below with its key columns") {
    const Table table{.columns = {"id", "first", "second"},
                      .rows = {{std::string("a"), std::uint64_t{1}, std::uint64_t{2}}}};
    CHECK(to_text(table, {.width = 10}) == "id  first\na       1\n\nid  second\na        2\n");
}

TEST_CASE("a line break in a cell does not break the table") {
    const Table table{.columns = {"id", "note"},
                      .rows = {{std::string("a"), std::string("one\ntwo\x1b[31m")}}};
    CHECK(to_text(table, {}) == "id  note\na   one two [31m\n");
}

TEST_CASE("JSON keeps the order of fields and writes undefined as null") {
    const Value value = Value::Object{{"z", 1.0 / 3},
                                      {"a", undefined_number},
                                      {"list", Value::Array{1U, "two", true, Value()}},
                                      {"nothing", Value::Object{}}};
    CHECK(to_json(value) ==
          "{\n  \"z\": 0.333333333333,\n  \"a\": null,\n  \"list\": [1, \"two\", true, null],\n  "
          "\"nothing\": {}\n}\n");
    CHECK(nlohmann::json::parse(to_json(value)) == nlohmann::json::parse(to_compact_json(value)));
}

TEST_CASE("whole numbers are whole in JSON and a negative zero is none") {
    CHECK(to_compact_json(Value::Array{2.0, -0.0, 1e20, -3.5}) == "[2,0,1e+20,-3.5]");
}
