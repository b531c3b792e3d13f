// JSON with places.
#include "io/formats/json/json.hpp"

#include <catch2/catch.hpp>

#include "support/raw_files.hpp"

using namespace entente;
using namespace entente::test;

namespace {

std::string told(const std::string& text) {
    io::Problems problems("f.json", text);
    io::RawFile file;
    const auto json = io::Json::parse(text, problems);
    file.diagnostics = problems.take();
    return json ? "read" : text_of(file);
}

}  // namespace

TEST_CASE("json: values, names and places") {
    const std::string text =
        "\xEF\xBB\xBF{\"ä\\u00e4\\n\": [1.50, true, null, \"\\ud83d\\ude00\"],\n \"b\": {\"c\": -2e+3}}";
    io::Problems problems("f.json", text);
    const auto json = io::Json::parse(text, problems);
    REQUIRE(json);
    const auto list = *json->root().first();
    CHECK(list.key() == "ää\n");
    CHECK(list.place().column == 15);
    const auto first = *list.first();
    CHECK(first.text() == "1.50");
    CHECK(first.next()->text() == "true");
    CHECK(first.next()->next()->is(io::JsonKind::null));
    CHECK(first.next()->next()->next()->text() == "\U0001F600");
    const auto inner = *json->root().member("b")->member("c");
    CHECK(inner.text() == "-2e+3");
    CHECK(inner.place().line == 2);
    CHECK(inner.place().column == 13);
    CHECK(!json->root().member("d"));
}

TEST_CASE("json: what is none is told at its place") {
    CHECK(told("{}") == "read");
    CHECK(told("[1, 2").find("f.json:1:6: error: the JSON ends in the middle") == 0);
    CHECK(told("{\"a\" 1}").find("f.json:1:6: error: behind the name of a member there is a colon") == 0);
    CHECK(told("{\"a\": \"x}").find("f.json:1:7: error: the string that begins here is not closed") == 0);
    CHECK(told("[\"\\x\"]").find("f.json:1:3: error: an unknown escape") == 0);
    CHECK(told("[\"\\ud800\"]").find("half of a surrogate pair") != std::string::npos);
    CHECK(told("[01]").find("f.json:1:3: error: a comma or ']' is missing") == 0);
    CHECK(told("[NaN]").find("f.json:1:2: error: no JSON value begins with 'NaN]'") == 0);
    CHECK(told("{} x").find("f.json:1:4: error: there is something behind") == 0);
    CHECK(told("").find("f.json:1:1: error: the JSON ends in the middle") == 0);
    CHECK(told(std::string(100'000, '[')).find("nested too deeply") != std::string::npos);
}
