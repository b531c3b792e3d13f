// What a file is, seen from how it begins.
#include "io/formats/formats.hpp"

#include <catch2/catch.hpp>
#include <set>

using namespace entente;

TEST_CASE("a format is recognized by its content, after byte order mark, blank lines and comments") {
    const auto is = [](std::string_view head) { return std::string(io::recognized_format(head, "f").name); };
    CHECK(is("\xEF\xBB\xBF\n<?xml version='1.0'?>\n<!-- <gexf> -->\n<!DOCTYPE a [ <!ENTITY x 'y'> "
             "]>\n<g:graphml>") == "graphml");
    CHECK(is("<gexf xmlns='x' version='1.2'>") == "gexf");
    CHECK(is(std::string_view("PK\x03\x04\x14\0\0\0 xl/workbook.xml", 24)) == "xlsx");
    CHECK(is("Creator \"Mark [graph]\"\nVersion 1\n# c\ngraph\n[\n") == "gml");
    CHECK(is("Some words\n\n*vertices 3\n") == "pajek");
    CHECK(is("% c\n*Network x\n") == "pajek");
    CHECK(is("dl n=3\n") == "dl");
    CHECK(is("DL\n\nNR=3 NC=4\n") == "dl");
    CHECK(is("// c\n/* graph */ strict digraph \"a { b\" {\n") == "dot");
    CHECK(is("graph{a--b}") == "dot");
    CHECK(is("{\"directed\": false, \"nodes\": []") == "node-link");
    CHECK(is("[{\"name\": \"x\"}]") == "node-link");
    CHECK(is("{\"format_version\": \"1\", \"elements\": {\"nodes\": [{\"data\": {\"id\": 1}}]}}") ==
          "cytoscape");
    CHECK(is("[{\n\"data\": {\"id\": 1}}]") == "cytoscape");
    CHECK(is("{\"elements\": [{\"_id\": \"1\", \"attributes\": {}}]") == "kumu");
    CHECK(is("{\"schema\": \"Person\", \"id\": \"x\", \"properties\": {\"data\": [1]}}\n") == "ftm");
    CHECK(is(",a,b\na,0,1\nb,1,0\n") == "matrix");
    CHECK(is("from to weight\na b 1\n") == "spaced");
}

TEST_CASE("everything else is a table with a header") {
    for (const char* head :
         {"", "source,target\na,b\n", "graph,target\n", "graph target\na b\n", "dl,nr\n1,2\n", "digraph;x\n",
          "creator,work\n", "{curly},b\n", "red to\n", "*stars*\n"})
        CHECK(io::recognized_format(head, "f").name == "csv");
}

TEST_CASE("names of formats differ, and extensions find them") {
    std::set<std::string_view> names;
    for (const io::Format& format : io::formats()) CHECK(names.insert(format.name).second);
    REQUIRE(io::format_of_extension(".NET") != nullptr);
    CHECK(io::format_of_extension(".NET")->name == "pajek");
    CHECK(io::format_of_extension(".docx") == nullptr);
    CHECK_THROWS_AS(io::format_named("gmll"), Error);
}

TEST_CASE("known words with blanks between them are a table only where no format fits") {
    CHECK(io::recognized_format("graph [ node [ id 0 ] edge [ source 0 target 0 ] ]", "x").name == "gml");
    CHECK(io::recognized_format("# source target weight\ngraph [\n", "x").name == "gml");
    CHECK(io::recognized_format("source target weight\na b 1\n", "x").name == "spaced");
}
