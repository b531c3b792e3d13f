// UCINET's DL files.
#include "io/formats/text/dl/dl.hpp"

#include <catch2/catch.hpp>

#include "support/raw_files.hpp"

using namespace entente;
using namespace entente::test;

namespace {

io::RawFile parsed(const std::string& text) { return io::read_dl(text, "net.dl"); }
std::string actors(const io::RawFile& file) { return text_of(file.networks.at(0).actors); }
std::string ties(const io::RawFile& file) { return text_of(file.networks.at(0).ties); }

}  // namespace

TEST_CASE("dl: a full matrix that is its own mirror has each tie once") {
    const auto file = parsed(
        "DL\n\nN = 3\nformat = fullmatrix\nlabels:\nbarry,david\n\"c d\"\ndata:\n0 1 0\n1 0 2\n0 2 0\n");
    CHECK(text_of(file).empty());
    CHECK(actors(file) == "id\nbarry\ndavid\nc d\n");
    CHECK(ties(file) == "source,target,weight,directed\nbarry,david,1,false\ndavid,c d,2,false\n");
}

TEST_CASE("dl: a diagonal may be absent, halves hold each pair once") {
    CHECK(ties(parsed("dl n=3 diagonal=absent\ndata:\n1 0\n1 0\n0 0\n")) ==
          "source,target,weight,directed\n1,2,1,false\n");
    CHECK(ties(parsed("dl n=3 format=lowerhalf diagonal absent\ndata:\n1\n0 1\n")) ==
          "source,target,weight,directed\n2,1,1,false\n3,2,1,false\n");
    CHECK(ties(parsed("dl n=3 format=upperhalf diagonal absent\ndata:\n1 0\n1\n")) ==
          "source,target,weight,directed\n1,2,1,false\n2,3,1,false\n");
}

TEST_CASE("dl: several matrices are relations, named by their labels") {
    const auto file = parsed("dl n=2 nm=2\nmatrix labels:\nlikes\nhelps\ndata:\n0 1\n0 0\n\n0 3\n3 0\n");
    CHECK(ties(file) == "source,target,weight,directed,relation\n1,2,1,true,likes\n1,2,3,false,helps\n");
}

TEST_CASE("dl: an edge list is directed and a missing value is 1") {
    const auto file = parsed("dl n=3\nformat = edgelist1\nlabels:\na b c\ndata:\n1 2\nb c -2\n");
    CHECK(ties(file) == "source,target,weight,directed\na,b,1,true\nb,c,-2,true\n");
}

TEST_CASE("dl: embedded labels are told apart without case") {
    const auto file =
        parsed("dl n=3\nformat = nodelist1\nlabels embedded:\ndata:\ngeorge sally jim\nSally Jim\n");
    CHECK(actors(file) == "id\ngeorge\nsally\njim\n");
    CHECK(ties(file) ==
          "source,target,weight,directed\ngeorge,sally,1,true\ngeorge,jim,1,true\nsally,jim,1,true\n");
    CHECK(ties(parsed("dl n=2\nlabels embedded\ndata:\na b\na 0 1\nb 0 0\n")) ==
          "source,target,weight,directed\na,b,1,true\n");
}

TEST_CASE("dl: rows and columns of different actors are two modes") {
    const auto file = parsed("dl nr=2 nc=1\nrow labels:\na,b\ncolumn labels:\ne\ndata:\n1\n0\n");
    CHECK(actors(file) == "id,kind\na,mode1\nb,mode1\ne,mode2\n");
    CHECK(ties(file) == "source,target,weight,directed\na,e,1,false\n");
    CHECK(ties(parsed("dl nr=1 nc=2 format=edgelist2\ndata:\n1 2\n")) ==
          "source,target,weight,directed\n1,3,1,false\n");
}

TEST_CASE("dl: what does not fit is told where it stands") {
    const auto told = [](const std::string& text) { return text_of(parsed(text)); };
    CHECK(told("dl n=2\ndata:\n0 1\n1\n")
              .find("net.dl:4:1: error: the data end in row 2 of 2; N does not fit the rows") == 0);
    CHECK(told("dl n=2\ndata:\n0 1\n1 0 5\n")
              .find("net.dl:4:5: error: this is more than 1 matrix of 2 rows and 2 columns") == 0);
    CHECK(told("dl n=2 format=edgelist1\ndata:\n1 3\n")
              .find("net.dl:3:3: error: there is no actor '3'; the file declares "
                    "2") == 0);
    CHECK(told("dl n=2 format=edgelist1\nlabels: anna,ben\ndata:\nanna bem\n").find("did you mean 'ben'?") !=
          std::string::npos);
    CHECK(told("dl n=99999999999\ndata:\n")
              .find("net.dl:1:6: error: n is a number of actors that the file can") == 0);
    CHECK(told("dl n=2 format=edgearray1\ndata:\n").find("net.dl:1:15: error: the format 'edgearray1'") == 0);
    CHECK(
        told("dl n=1\nlabels:\na b\ndata:\n0\n").find("net.dl:3:3: error: there are 2 labels for 1 actor") ==
        0);
    CHECK(told("dl n=3\n").find("net.dl:1:1: error: the file has no line data:") == 0);
}
