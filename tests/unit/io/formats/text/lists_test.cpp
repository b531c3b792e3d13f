// Matrices and lists without a header.
#include "io/formats/text/lists.hpp"

#include <catch2/catch.hpp>

#include "io/formats/text/matrix.hpp"
#include "support/raw_files.hpp"

using namespace entente;
using namespace entente::test;

namespace {

std::string actors(const io::RawFile& file) { return text_of(file.networks.at(0).actors); }
std::string ties(const io::RawFile& file) { return text_of(file.networks.at(0).ties); }

}  // namespace

TEST_CASE("matrix: names may stand in the first row and column, with a corner or without") {
    const std::string expected = "source,target,weight,directed\na,b,1,false\nb,c,-2,false\n";
    for (const char* text : {";a;b;c\na;0;1;0\nb;1;0;-2\nc;0;-2;0\n", "a b c\na 0 1 0\nb 1 0 -2\nc 0 -2 0\n",
                             "\"\",\"a\",\"b\",\"c\"\n\"a\",0,1,0\n\"b\",1,0,-2\n\"c\",0,-2,0\n",
                             "a,b,c\n0,1,0\n1,0,-2\n0,-2,0\n"}) {
        CAPTURE(text);
        const auto file = io::read_matrix(text, "m.csv");
        CHECK(text_of(file).empty());
        CHECK(ties(file) == expected);
        CHECK(actors(file) == "id\na\nb\nc\n");
    }
    CHECK(ties(io::read_matrix("0 1\n0 0\n", "m.txt")) == "source,target,weight,directed\n1,2,1,true\n");
}

TEST_CASE("matrix: other names in rows than in columns are two modes") {
    const auto file = io::read_matrix(",e,f\na,1,0\nb,0,2\n", "m.csv");
    CHECK(actors(file) == "id,kind\na,mode1\nb,mode1\ne,mode2\nf,mode2\n");
    CHECK(ties(file) == "source,target,weight,directed\na,e,1,false\nb,f,2,false\n");
}

TEST_CASE("matrix: an actor without a name, a row too short and a cell that is no number are errors") {
    CHECK(text_of(io::read_matrix("\"\";\"\";\"b\"\n\"\";0;1\n\"b\";1;0\n", "m.csv")) ==
          "m.csv:1:4: error: this column has no name; write the actor's\n    \"\";\"\";\"b\"\n       ^\n"
          "m.csv:2:1: error: this row has no name; write the actor's\n    \"\";0;1\n    ^\n");
    CHECK(text_of(io::read_matrix(",a,b\na,0,1\nb,1\n", "m.csv"))
              .find("m.csv:3:1: error: this row of the matrix has 1 number "
                    "for 2 actors") == 0);
    CHECK(text_of(io::read_matrix(",a,b\na,0,x\nb,1,0\n", "m.csv"))
              .find("m.csv:2:5: error: the cells of a matrix are "
                    "numbers, not 'x'") == 0);
    CHECK(text_of(io::read_matrix("", "m.csv")).find("m.csv:1:1: error: the file is empty") == 0);
}

TEST_CASE("matrix: it is seen by names that header and first column share") {
    CHECK(io::looks_like_matrix(",a,b\na,0,1\nb,1,0\n"));
    CHECK(io::looks_like_matrix("a b\na 0 1\nb 1 0\n") == false);  // two names may be any table's
    CHECK(!io::looks_like_matrix("source,target,weight\na,b,1\nb,c,2\n"));
    CHECK(!io::looks_like_matrix(""));
}

TEST_CASE("edge list: two ends, a weight and more columns, comments left out") {
    const auto file = io::read_edge_list("# nodes\na b 2\n\nb\tc -1 x\n", "e.txt");
    CHECK(ties(file) == "source,target,weight,column 4\na,b,2,\nb,c,-1,x\n");
    CHECK(text_of(io::read_edge_list("a\n", "e.txt")).find("e.txt:1:1: error: a line of an edge list") == 0);
}

TEST_CASE("adjacency list: the first of a line is tied to the others, one alone stays an actor") {
    const auto file = io::read_adjacency_list("a;b\nb;c;d\ne\nf; a ;g\n", "a.csv");
    CHECK(actors(file) == "id\na\nb\nc\nd\ne\nf\ng\n");
    CHECK(ties(file) == "source,target\na,b\nb,c\nb,d\nf,a\nf,g\n");
}

TEST_CASE("a table with blanks between cells has a header, and rows as wide as it") {
    CHECK(ties(io::read_spaced_table("from  to note\n a b \"x y\"\n", "t.txt")) == "from,to,note\na,b,x y\n");
    CHECK(text_of(io::read_spaced_table("from to\na b c\n", "t.txt"))
              .find("t.txt:2:1: error: this row has 3 cells") == 0);
}

TEST_CASE("sif: a relation stands between the actors") {
    const auto file = io::read_sif("a pp b c\nd\n", "n.sif");
    CHECK(actors(file) == "id\na\nb\nc\nd\n");
    CHECK(ties(file) == "source,target,relation\na,b,pp\na,c,pp\n");
    CHECK(ties(io::read_sif("New York\tallied with\tThe Hague\n", "n.sif")) ==
          "source,target,relation\nNew York,The Hague,allied with\n");
}
