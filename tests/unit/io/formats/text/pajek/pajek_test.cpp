// Pajek's files.
#include "io/formats/text/pajek/pajek.hpp"

#include <catch2/catch.hpp>

#include "support/raw_files.hpp"

using namespace entente;
using namespace entente::test;

namespace {

io::RawFile parsed(const std::string& text) { return io::read_pajek(text, "net.net"); }
std::string actors(const io::RawFile& file, std::size_t network = 0) {
    return text_of(file.networks.at(network).actors);
}
std::string ties(const io::RawFile& file, std::size_t network = 0) {
    return text_of(file.networks.at(network).ties);
}

}  // namespace

TEST_CASE("pajek: arcs are directed, edges are not, labels are ids, parameters of drawing are left out") {
    const auto file = parsed(
        "\xEF\xBB\xBFSome words before\n% a comment\n*Vertices 3\n1 \"a b\" 0.1 0.2 0.5 ellipse x_fact 1\n"
        "2 c\n*Arcs\n1 2 -1 c Blue l \"at odds\"\n2 3\n*edges\n1 3 2.5\n");
    CHECK(actors(file) == "id\na b\nc\n3\n");
    CHECK(ties(file) ==
          "source,target,directed,weight,note\na b,c,true,-1,at odds\nc,3,true,,\n"
          "a b,3,false,2.5,\n");
    CHECK(text_of(file).find("net.net:4:9: note: positions, colors and styles are left out") == 0);
}

TEST_CASE("pajek: lists name a vertex and all that it points to") {
    const auto file = parsed("*Vertices 3\n*Arcslist\n1 2 3\n*Edgeslist\n2 3\n");
    CHECK(ties(file) == "source,target,directed\n1,2,true\n1,3,true\n2,3,false\n");
}

TEST_CASE("pajek: relations are named by :k, also on lines") {
    const auto file = parsed("*Vertices 2\n*Arcs :1 \"is ally of\"\n1 2\n*Arcs :2 fights\n2 1 3\n1: 1 2 4\n");
    CHECK(ties(file) ==
          "source,target,directed,relation,weight\n1,2,true,is ally of,\n2,1,true,fights,3\n"
          "1,2,true,is ally of,4\n");
}

TEST_CASE("pajek: a matrix equal to its mirror is undirected, and zeros are no ties") {
    const auto file =
        parsed("*Vertices 3\n*Matrix :1 \"m\"\n0 1 0\n1 0 -2\n0 -2 1\n*Matrix :2 d\n0 1 0\n0 0 0\n0 0 0\n");
    CHECK(ties(file) ==
          "source,target,weight,directed,relation\n1,2,1,false,m\n2,3,-2,false,m\n3,3,1,false,m\n"
          "1,2,1,true,d\n");
    CHECK(file.networks[0].ties.place(1, 2).line == 4);
    CHECK(file.networks[0].ties.place(1, 2).column == 5);
}

TEST_CASE("pajek: two modes are two kinds, tied without direction") {
    const auto file = parsed("*Vertices 3 2\n1 \"a\"\n2 \"b\"\n3 \"e\"\n*Matrix\n1\n0\n");
    CHECK(actors(file) == "id,kind\na,mode1\nb,mode1\ne,mode2\n");
    CHECK(ties(file) == "source,target,weight,directed\na,e,1,false\n");
}

TEST_CASE("pajek: years date ties, one row a spell; other times stay text") {
    const auto file = parsed("*Vertices 2\n*Edges\n1 2 1 [1914-1918,1939-*]\n1 2 1 [5-7]\n");
    CHECK(ties(file) ==
          "source,target,directed,weight,start,end,time\n1,2,false,1,1914,1918,\n"
          "1,2,false,1,1939,,\n1,2,false,1,,,[5-7]\n");
}

TEST_CASE("pajek: partitions and vectors of a project become columns of the network before them") {
    const auto file = parsed(
        "*Network one\n*Vertices 2\n*Edges\n1 2\n*Partition side\n*Vertices 2\n1\n2\n"
        "*Partition other\n*Vertices 2\n3\n3\n*Vector size\n*Vertices 2\n0.5\n0.7\n"
        "*Network two\n*Vertices 1\n");
    REQUIRE(file.networks.size() == 2);
    CHECK(file.networks[0].name == "one");
    CHECK(actors(file) == "id,kind,other,size\n1,1,3,0.5\n2,2,3,0.7\n");
    CHECK(actors(file, 1) == "id\n1\n");
}

TEST_CASE("pajek: labels that repeat leave the numbers as ids") {
    CHECK(actors(parsed("*Vertices 2\n1 \"x\"\n2 \"x\"\n")) == "id,label\n1,x\n2,x\n");
}

TEST_CASE("pajek: what does not fit is told where it stands") {
    const auto told = [](const std::string& text) { return text_of(parsed(text)); };
    CHECK(told("nothing\n").find("net.net:1:1: error: the file has no *Vertices") == 0);
    CHECK(told("*Vertices 2\n*Arcs\n1 7\n")
              .find("net.net:3:3: error: there is no vertex '7'; those declared are 1 to 2") == 0);
    CHECK(told("*Vertices 2\n*Matrix\n0 1\n1 0 0\n")
              .find("net.net:4:1: error: this row of the matrix has 3 numbers, but "
                    "*Vertices 2 needs 2") == 0);
    CHECK(told("*Vertices 2\n*Matrix\n0 x\n1 0\n")
              .find("net.net:3:3: error: the cells of a matrix are numbers, not 'x'") == 0);
    CHECK(told("*Vertices 4000000000\n").find("net.net:1:11: error: 4000000000 vertices are more") == 0);
    CHECK(told("*Arcs\n1 2\n").find("net.net:1:1: error: *Arcs stands before any *Vertices") == 0);
    CHECK(told("*Vertices x\n").find("net.net:1:11: error: behind *Vertices stands the number") == 0);
}
