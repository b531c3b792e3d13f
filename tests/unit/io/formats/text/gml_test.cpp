// GML as other programs write it, and as nobody should.
#include "io/formats/text/gml.hpp"

#include <catch2/catch.hpp>

#include "support/raw_files.hpp"

using namespace entente;
using namespace entente::test;

namespace {

io::RawFile parsed(const std::string& text) { return io::read_gml(text, "net.gml"); }
std::string actors(const io::RawFile& file) { return text_of(file.networks.at(0).actors); }
std::string ties(const io::RawFile& file) { return text_of(file.networks.at(0).ties); }

}  // namespace

TEST_CASE("gml: numbers are ids, labels labels, and other keys columns") {
    const auto file = parsed(
        "# a comment\nCreator \"igraph \"\nVersion 1\ngraph\n[\n  directed 1\n"
        "  node\n  [\n    id 7\n    label \"A &#228; &quot;B&quot; &amp; C\"\n    rank 2\n  ]\n"
        "  node [ id 8 ]\n  edge [ source 7 target 8 value 3 label \"since 1914\" ]\n]\n");
    CHECK(text_of(file).empty());
    CHECK(actors(file) == "id,label,rank\n7,A ä \"B\" & C,2\n8,,\n");
    CHECK(ties(file) == "source,target,directed,note,value\n7,8,true,since 1914,3\n");
    CHECK(file.networks[0].ties.place(0, 1).line == 14);
}

TEST_CASE("gml: igraph's names are ids where every node has one of its own") {
    CHECK(actors(parsed("graph [ node [ id 0 name \"x\" ] node [ id 1 name \"y\" ] ]")) ==
          "id,label\nx,\ny,\n");
    CHECK(actors(parsed("graph [ node [ id 0 name \"x\" ] node [ id 1 name \"x\" ] ]")) ==
          "id,label,name\n0,x,x\n1,x,x\n");
}

TEST_CASE("gml: records within records become columns, repeated keys lists, graphics are left out") {
    const auto file = parsed(
        "graph [ node [ id 0 tag \"a\" tag \"b\" born [ year 1900 place [ name \"x\" ] ]\n"
        "graphics [ x 1 y 2 ] ] ]");
    CHECK(actors(file) == "id,label,tag,born.year,born.place.name\n0,,a; b,1900,x\n");
    CHECK(text_of(file).find("note: positions, colors and styles are left out (graphics)") !=
          std::string::npos);
}

TEST_CASE("gml: an edge to a node that is not there is told with the nearest id") {
    const auto file = parsed("graph [\n node [ id 1001 ]\n edge [ source 1001\n  target 1010 ]\n]");
    CHECK(text_of(file).find("net.gml:4:10: error: no node has the id '1010'; did you mean '1001'?") == 0);
    CHECK(text_of(parsed("graph [ node [ id 1 ] node [ id 1 ] ]")).find("the id '1' is there twice") !=
          std::string::npos);
}

TEST_CASE("gml: what is not whole ends in an error with its place") {
    const auto told = [](const std::string& text) { return text_of(parsed(text)); };
    CHECK(told("").find("net.gml:1:1: error: the file has no graph") == 0);
    CHECK(told("graph [ node [ id 1 ]").find("net.gml:1:7: error: the [ that stands here is never closed") ==
          0);
    CHECK(told("graph [ node [ id \"1 ] ]").find("net.gml:1:19: error: the string that begins here") == 0);
    CHECK(told("graph [ node [ id ] ]").find("net.gml:1:16: error: 'id' has no value") == 0);
    CHECK(told("graph [ ] graph [ ]").find("net.gml:1:11: error: a second graph") == 0);
    std::string deep = "graph [ node ";
    for (int i = 0; i < 100'000; ++i) deep += "[ a ";
    CHECK(told(deep).find("nested too deeply") != std::string::npos);
}
