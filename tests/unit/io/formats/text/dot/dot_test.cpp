// DOT as Graphviz understands it.
#include "io/formats/text/dot/dot.hpp"

#include <catch2/catch.hpp>

#include "support/raw_files.hpp"

using namespace entente;
using namespace entente::test;

namespace {

io::RawFile parsed(const std::string& text) { return io::read_dot(text, "net.dot"); }
std::string actors(const io::RawFile& file) { return text_of(file.networks.at(0).actors); }
std::string ties(const io::RawFile& file) { return text_of(file.networks.at(0).ties); }

}  // namespace

TEST_CASE("dot: ids are words, numbers, quoted, joined or HTML") {
    const auto file = parsed(
        "// c\n/* c */ graph \"my net\" {\n# line\n a -- -1.5; \"b \\\"q\\\"\" -- \"c\" + \"d\"; <<b>x</b>> "
        "}");
    CHECK(actors(file) == "id\na\n-1.5\nb \"q\"\ncd\n<b>x</b>\n");
    CHECK(ties(file) == "source,target,directed\na,-1.5,false\nb \"q\",cd,false\n");
    CHECK(file.networks[0].name == "my net");
}

TEST_CASE("dot: chains and groups give every edge, ports are left out") {
    CHECK(ties(parsed("digraph { a:p:ne -> {b c} -> d [weight=2 label=\"x\\ny\"]; }")) ==
          "source,target,directed,weight,note\na,b,true,2,x\ny\na,c,true,2,x\ny\nb,d,true,2,x\ny\nc,d,true,2,"
          "x\ny\n");
}

TEST_CASE("dot: defaults hold from where they stand, within their braces") {
    const auto file =
        parsed("digraph { a; node [kind=state]; b; { node [kind=group] c } d; edge [sign=\"-\"] a -> b }");
    CHECK(actors(file) == "id,kind\na,\nb,state\nc,group\nd,state\n");
    CHECK(ties(file) == "source,target,directed,sign\na,b,true,-\n");
}

TEST_CASE("dot: the cluster of a node is an attribute, by its label if it has one") {
    CHECK(actors(parsed("graph { subgraph cluster_0 { label=\"Side A\"; a } subgraph cluster_1 { b } "
                        "subgraph s { c } }")) == "id,cluster\na,Side A\nb,cluster_1\nc,\n");
}

TEST_CASE("dot: an edge may say its own direction, a strict graph has one edge a pair") {
    CHECK(ties(parsed("digraph { a -> b [dir=none]; a -> b [dir=back]; }")) ==
          "source,target,directed\na,b,false\nb,a,true\n");
    const auto strict = parsed("strict graph { a -- b; b -- a; a -- c }");
    CHECK(ties(strict) == "source,target,directed\na,b,false\na,c,false\n");
    REQUIRE(strict.networks[0].left_out.size() == 1);
    CHECK(strict.networks[0].left_out[0].rows == 1);
}

TEST_CASE("dot: looks are named once and left out, labels of nodes are labels") {
    const auto file = parsed(
        "graph { a [label=\"A &amp; B\\l\", shape=box, color=red]; b [label=<<i>B</i>>]; c [label=\"\\N\"] "
        "}");
    CHECK(actors(file) == "id,label\na,A & B\nb,B\nc,\n");
    CHECK(text_of(file).find("are left out (shape, color)") != std::string::npos);
}

TEST_CASE("dot: each graph of a file is a network") {
    CHECK(parsed("graph a { } digraph b { }").networks.size() == 2);
}

TEST_CASE("dot: what is not whole ends in an error with its place") {
    const auto told = [](const std::string& text) { return text_of(parsed(text)); };
    CHECK(told("").find("net.dot:1:1: error: the file has no graph") == 0);
    CHECK(told("graph {\n a -> b }").find("net.dot:2:4: error: a graph has edges --, not ->") == 0);
    CHECK(told("digraph {\n a -- b }").find("net.dot:2:4: error: a digraph has edges ->, not --") == 0);
    CHECK(told("graph { a -- ").find("net.dot:1:14: error: behind an edge stands the node") == 0);
    CHECK(
        told("graph { a [label=\"x").find("net.dot:1:18: error: the string that begins here is not closed") ==
        0);
    CHECK(told("graph { /* a").find("net.dot:1:9: error: the comment that begins here") == 0);
    CHECK(told("graph { ] }").find("net.dot:1:9: error: no statement begins with ']'") == 0);
    std::string deep = "graph ";
    for (int i = 0; i < 100'000; ++i) deep += "{";
    CHECK(told(deep).find("nested too deeply") != std::string::npos);
    std::string many = "graph { {";
    for (int i = 0; i < 1100; ++i) many += " n" + std::to_string(i);
    many += " } -- {";
    for (int i = 0; i < 1100; ++i) many += " m" + std::to_string(i);
    CHECK(told(many + " } }").find("more than a million ties") != std::string::npos);
}
