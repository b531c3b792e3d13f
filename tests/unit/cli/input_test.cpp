// What results say of the data that they are of.
#include "cli/input.hpp"

#include <catch2/catch.hpp>
#include <sstream>

#include "cli/run.hpp"
#include "support/reading.hpp"

using namespace entente;
using Catch::Contains;

namespace {

struct Outcome {
    int status;
    std::string out, err;
};

// Runs a command on a ties file of that text.
Outcome run_on(const std::string& ties, std::vector<std::string> words) {
    const test::Folder folder({{"ties.csv", ties}});
    words.insert(words.begin(), "entente");
    words.insert(words.begin() + 2, folder / "ties.csv");
    std::ostringstream out, err;
    std::vector<const char*> arguments;
    for (const std::string& word : words) arguments.push_back(word.c_str());
    const int status = cli::run(arguments, out, err);
    return {status, out.str(), err.str()};
}

}  // namespace

TEST_CASE("a span of time on data that date no tie is refused, with the column that looks like dates") {
    const Outcome us =
        run_on("source,target,date\na,b,3/1/2014\n", {"centrality", "--at", "1999", "--quiet"});
    CHECK(us.status == 2);
    CHECK(us.out.empty());
    CHECK_THAT(us.err,
               Contains("no tie of the data is dated; the column 'date' looks like dates ('3/1/2014'): "
                        "--columns start=date,end=date --dates dmy or mdy"));
    CHECK(run_on("source,target\na,b\n", {"summary", "--from", "1999"}).status == 2);
    CHECK(run_on("source,target,start\na,b,\n", {"summary", "--from", "1999"}).status == 2);
    CHECK(run_on("source,target,start\na,b,1990\n", {"summary", "--from", "1999"}).status == 0);
}

TEST_CASE("ties without a date that a span of time leaves in are counted in the result") {
    const std::string ties = "source,target,start,end\na,b,1990,1995\nb,c,,\nc,d,1980,1981\n";
    CHECK_THAT(run_on(ties, {"centrality", "--at", "1991"}).out,
               Contains("1 of the 2 rows in use has no date and is kept whenever asked\n"));
    CHECK_THAT(run_on(ties, {"centrality", "--at", "1991", "--format", "json"}).out,
               Contains("\"remarks\": [\"1 of the 2 rows in use has no date") ||
                   Contains("1 of the 2 rows in use has no date"));
}

TEST_CASE("words for hostile ties without effect stand in every result that leaves hostile ties out") {
    const std::string ties = "source,target,type\nA,B,enemy\nA,C,war\n";
    for (const char* command : {"centrality", "communities"}) {
        INFO(command);
        CHECK_THAT(run_on(ties, {command}).out,
                   Contains("'enemy' and 'war' of the column 'type' say hostile"));
        CHECK_THAT(run_on(ties, {command, "--format", "json"}).out, Contains("say hostile"));
    }
    const test::Folder folder({});
    const Outcome analysis = run_on(ties, {"analyze", "-o", folder / "out"});
    CHECK_THAT(analysis.out + analysis.err, Contains("Most ties: ") && Contains("say hostile"));
    CHECK(run_on(ties, {"centrality", "--ties", "all"}).out.find("say hostile") == std::string::npos);
    CHECK(run_on(ties, {"centrality", "--columns", "sign=type"}).out.find("say hostile") ==
          std::string::npos);
}

TEST_CASE("rows that count once where they are several are told, and merging by count counts them") {
    const std::string ties = "source,target\na,b\na,b\nb,c\n";
    CHECK_THAT(run_on(ties, {"centrality", "-m", "strength"}).out,
               Contains("3 rows became 2 ties of 1 each: --weighted counts the rows of a pair"));
    const Outcome counted =
        run_on(ties, {"centrality", "-m", "strength", "--merge", "count", "--format", "csv"});
    CHECK_THAT(counted.out, Contains("a,a,,2\n"));
    CHECK(run_on(ties, {"centrality", "-m", "strength", "--unweighted", "--merge", "count"})
              .out.find("rows became") != std::string::npos);
}

TEST_CASE("check gives its complaints to programs also where the data have errors") {
    const Outcome json = run_on("source,target,weight\na,b,many\n", {"check", "--format", "json"});
    CHECK(json.status == 1);
    CHECK_THAT(json.out, Contains("\"errors\": 1") && Contains("the weight must be a plain decimal number"));
    const Outcome csv = run_on("source,target,weight\na,b,many\n", {"check", "--format", "csv"});
    CHECK(csv.status == 1);
    CHECK_THAT(csv.out, Contains("file,line,column,severity,message\n") && Contains(",2,5,error,"));
    CHECK(run_on("source,target,weight\na,b,many\n", {"check"}).out.empty());
}

TEST_CASE("texts that a spreadsheet would run are written as text where that is asked for") {
    const std::string ties = "source,target\n=1+1,b\n";
    CHECK_THAT(run_on(ties, {"centrality", "-m", "degree", "--format", "csv"}).out, Contains("\n=1+1,=1+1,"));
    CHECK_THAT(run_on(ties, {"centrality", "-m", "degree", "--format", "csv", "--spreadsheet-safe"}).out,
               Contains("\n'=1+1,'=1+1,"));
}

TEST_CASE("numbers for people keep their significant digits") {
    CHECK_THAT(run_on("source,target,weight\nA,B,3e9\nB,C,3e9\n", {"path", "A", "C"}).out,
               Contains("a distance of 6.667e-10"));
    CHECK_THAT(run_on("source,target,weight\nA,B,1e23\n", {"centrality", "-m", "strength"}).out,
               Contains("1e+23"));
}

TEST_CASE("a tie of weight 0 is none in every weighted result, and told with the count") {
    const std::string ties = "source,target,weight\nA,B,1\nB,C,0\nC,D,1\nA,D,2\n";
    const Outcome summary = run_on(ties, {"summary"});
    CHECK_THAT(summary.out, Contains("1 row of weight 0 is no tie where strengths count"));
    CHECK_THAT(run_on(ties, {"summary", "--format", "json"}).out,
               Contains("\"ties\": 3") && Contains("\"density\": 0.5"));
    CHECK(run_on(ties, {"summary", "--unweighted"}).out.find("weight 0") == std::string::npos);
    // The ends of the path B – A – D – C stay, its middle is cut.
    CHECK_THAT(run_on(ties, {"centrality", "-m", "degree", "--format", "csv"}).out,
               Contains("A,A,,2\nB,B,,1\nC,C,,1\nD,D,,2\n"));
    CHECK_THAT(run_on(ties, {"path", "B", "C"}).out, Contains("One shortest path"));
    CHECK_THAT(run_on("source,target,weight\nA,B,0\nB,C,0\n", {"summary", "--format", "json"}).out,
               Contains("\"ties\": 0"));
}
