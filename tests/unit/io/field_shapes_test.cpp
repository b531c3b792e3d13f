// Shapes of files that people bring (public reports and questions): what is read, and what is said.
#include <catch2/catch.hpp>

#include "io/formats/formats.hpp"
#include "io/formats/text/matrix.hpp"
#include "support/raw_files.hpp"
#include "support/reading.hpp"

using namespace entente;
using namespace entente::test;
using Catch::Contains;

namespace {

// What reading one file of that name says, an error included.
std::string told(const std::string& name, const std::string& text) {
    const std::map<std::string, std::string> files{{name, text}};
    const Folder folder(files);
    io::ReadOptions options;
    options.data = {folder / name};
    std::string lines;
    for (const Diagnostic& remark : io::examine_network(options, {}).remarks)
        lines += (lines.empty() ? "" : "\n") + remark.message;
    return lines;
}

}  // namespace

TEST_CASE("names behind a mark above a matrix of numbers are its actors") {
    const std::string text = "# Avar, Bulgar, Cuman\n0,1,1\n1,0,0\n1,0,0\n";
    CHECK(io::looks_like_matrix(text));
    CHECK(text_of(io::read_matrix(text, "m.csv").networks.at(0).ties) ==
          "source,target,weight,directed\nAvar,Bulgar,1,false\nAvar,Cuman,1,false\n");
}

TEST_CASE("a list of neighbors is no matrix, though it begins like one") {
    const std::string text = "A,B,C,D\nB,C\nC,A,D\n";
    CHECK_FALSE(io::looks_like_matrix(text));
    CHECK_THAT(told("list.csv", text), Contains("--input-format adjacency-list"));
}

TEST_CASE("a matrix of people and organizations is named with the option that reads it, in one message") {
    CHECK(told("incidence.csv", ",Council,Front\nHalim,1,1\nBadr,0,1\n") ==
          "this looks like a matrix, with a row and a column an actor: --input-format matrix reads it, also "
          "where the rows are actors of another sort than the columns");
    CHECK_THAT(told("pandas.csv", ",source,target\n0,A,B\n"), Contains("column 1 has no name"));
    CHECK_THAT(told("numbers.csv", "0,1,1\n0,0,1\n1,0,0\n"), Contains("--input-format matrix"));
}

TEST_CASE("a file named .sif with lines of actor, relation and actor is read as SIF") {
    CHECK(io::recognized_format("Halim allied Badr\nBadr hostile Caid Dawud\n", "net.sif").name == "sif");
    CHECK(io::recognized_format("Halim allied Badr\n", "net.csv").name == "csv");
    CHECK(io::recognized_format("source target sign\nHalim Badr +\n", "net.sif").name == "spaced");
}

TEST_CASE("delimiters too many at the end of lines are named as such") {
    CHECK(told("ties.csv", "source,target,weight,,\nA,B,1,,\n") ==
          "columns 4 to 5 have no name; name them, or remove the delimiters at the end of every line");
    CHECK(
        told("ties.csv", "source,target\nA,B,\n") ==
        "this row has 3 cells, the header has 2; what is too much is empty: remove the delimiters at the end "
        "of the line");
    CHECK_THAT(told("ties.csv", "source,target\nA,B,x\n"),
               Contains("put a cell that contains the delimiter"));
}

TEST_CASE("several separators in one cell part it together") {
    CHECK_THAT(said("source,target\nHost,\"Front, Union; Council\"\nFront,Union\n"),
               Contains("'Front, Union; Council' is read as one actor; if the cell names several"));
    CHECK(said("source,target\nHost,\"Front, the\"\nFront,Union\n").empty());
}

TEST_CASE("yearly tables of disputes and alliances are known by their columns") {
    CHECK_THAT(
        told("m.csv", "dispnum,ccode1,ccode2,year,hihost1,hihost2\n2,902,920,1902,3,1\n2,920,902,1902,1,3\n"),
        Contains("--preset cow-mid"));
    CHECK_THAT(
        told("a.csv", "ccode1,ccode2,year,defense,neutrality,nonaggression,entente\n901,905,2005,1,0,0,1\n"),
        Contains("--preset cow-alliances-yearly"));
}

TEST_CASE("the form that dates should have is that of the cell named") {
    CHECK_THAT(told("t.csv", "source,target,end\nA,B,31.12.2014\n"), Contains("or write it as 2014-12-31"));
    CHECK_THAT(told("t.csv", "source,target,start\nA,B,Mar-2014\n"), Contains("or write it as 2014-03"));
}

TEST_CASE("a decimal comma that could part thousands is told with what it is read as") {
    CHECK_THAT(told("t.csv", "source,target,weight\nA,B,\"610,086\"\nB,C,\"1,5\"\n"),
               Contains("--decimal , reads them (this one as 610.086)"));
    CHECK_THAT(told("t.csv", "source,target,weight\nA,B,\"610,086\"\n"), Contains("which have two readings"));
}
