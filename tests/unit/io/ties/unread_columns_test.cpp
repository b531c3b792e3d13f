#include "io/ties/unread_columns.hpp"

#include <catch2/catch.hpp>
#include <tuple>

#include "support/reading.hpp"

using namespace entente;
using namespace entente::test;
using Catch::Contains;

namespace {

// What is said of a third column with these cells.
std::string said_of(const std::string& header, const std::string& cell, const std::string& other = "") {
    return said("source,target," + header + "\na,b," + cell + "\nb,c," + (other.empty() ? cell : other) +
                "\n");
}

}  // namespace

TEST_CASE("a column of numbers that looks like a weight or a length is told with what was taken instead") {
    CHECK(
        said_of("w", "2", "3") ==
        "ties.csv:1:15: warning: the column 'w' holds numbers and looks like a weight, but every tie counts "
        "as 1: --columns weight=w");
    CHECK_THAT(said_of("distance", "10"),
               Contains("looks like a length, but every tie counts as 1: --length distance"));
    CHECK_THAT(
        said_of("weight,cost", "2,10"),
        Contains("looks like a length, but the strength of ties is taken from 'weight': --length cost"));
    CHECK(said_of("weight,w", "2,10").empty());
    CHECK(said_of("w", "west").empty());
    CHECK_THAT(said("Quelle;Ziel;Gewicht\na;b;0,5\n"), Contains("--columns weight=Gewicht"));
    // Words within a name say as much, parted by marks or capitals; parts of words say nothing.
    for (const char* name :
         {"Edge Weights", "value_usd", "numEvents", "tie strength", "sentiment", "avg-tone"})
        CHECK_THAT(said_of(name, "2", "-3"), Contains("looks like a weight"));
    for (const char* name : {"Edge Length", "travelDistance", "km"})
        CHECK_THAT(said_of(name, "2", "3"), Contains("looks like a length"));
    for (const char* name : {"evaluedate", "discount", "costume"}) CHECK(said_of(name, "2", "3").empty());
}

TEST_CASE("a column that looks like dates is told with what dates the ties instead") {
    CHECK_THAT(said_of("timestamp", "2001-09-09T00:00:00Z"),
               Contains("the column 'timestamp' looks like dates, but no tie is dated: --columns "
                        "start=timestamp,end=timestamp"));
    CHECK_THAT(said_of("start,ep_end_date", "1990,1995-03-01"),
               Contains("looks like the end of the ties, which go on for ever without it: --columns "
                        "end=ep_end_date"));
    CHECK_THAT(said_of("start,year", "1990,1991"),
               Contains("the column 'year' looks like dates; the ties are dated by 'start' instead"));
    CHECK_THAT(said_of("1990,1991,1992", "1,0,1"), Contains("the headers '1990' to '1992' are years"));
    CHECK_THAT(said_of("X1990,X1991", "1,0"), Contains("the headers 'X1990' to 'X1991' are years"));
    for (const char* name : {"Jahr", "Année", "año"})
        CHECK_THAT(said_of(name, "1990"), Contains("looks like dates"));
    CHECK_THAT(said_of("ep_end_date", "1990-03-01"),
               Contains("but no tie is dated: --columns end=ep_end_date"));
    CHECK(said_of("page", "1990").empty());
    // Two such columns are the ends, also of years and in other languages; one line says both.
    for (const auto& [names, first, last] :
         {std::tuple("Inicio,Fin", "Inicio", "Fin"), std::tuple("Beginn,Ende", "Beginn", "Ende"),
          std::tuple("opened,closed", "opened", "closed"),
          std::tuple("treaty_start,treaty_end", "treaty_start", "treaty_end")}) {
        const std::string ends = said_of(names, "1990,1995");
        CHECK_THAT(ends, Contains(std::string("--columns start=") + first + ",end=" + last));
        CHECK(ends.find("looks like dates") == std::string::npos);
    }
    for (const char* name : {"valid_until", "finish", "stop", "ended", "dissolved"})
        CHECK_THAT(said_of(std::string("start,") + name, "1990,1995"),
                   Contains(std::string("go on for ever without it: --columns end=") + name));
    CHECK_THAT(said_of("start_year,start_month", "1990,5"),
               Contains("the column 'start_month' holds numbers and looks like a part of a date"));
    CHECK_THAT(said_of("anio", "1990"), Contains("looks like dates"));
    // The parts of one date are told once.
    const std::string parts = said_of("dyad_st_year,dyad_end_year", "1990,1995");
    CHECK(parts.find("year, month and day") != std::string::npos);
    CHECK(parts.find('\n') == std::string::npos);
}

TEST_CASE("a length makes the strength that gives paths of that length") {
    io::ReadOptions options;
    options.columns = {{"length", "distance"}};
    const Network network = read("source,target,distance\na,b,10\nb,c,0.5\nc,d,\n", options).network;
    CHECK(network.ties.strength == std::vector<double>{0.1, 2, 1});
    CHECK_THAT(said("source,target,distance\na,b,0\n", options),
               Contains("the length must be a plain decimal number above 0"));
    CHECK(read("source,target,weight,distance\na,b,7,10\n", options).network.ties.strength[0] == 0.1);
}

TEST_CASE("words that say hostile without a sign are told, for check and for every result") {
    const io::Reading reading = read("source,target,type\nA,B,enemy\nA,C,war\nA,D,ally\n");
    REQUIRE(reading.cautions.size() == 1);
    CHECK(reading.cautions[0] ==
          "'enemy' and 'war' of the column 'type' say hostile (2 rows), but no tie has a sign, so these ties "
          "count like friendly ones; use --columns sign=type (or --sign none, if that is meant)");
    REQUIRE(reading.remarks.size() == 1);
    CHECK(reading.remarks[0].severity == Severity::warning);
    CHECK(reading.remarks[0].of_consequence);
    CHECK(read("source,target,relation\nA,B,at war\n").cautions.size() == 1);
    CHECK(read("source,target,sentiment\nA,B,negative\n").cautions.size() == 1);
    CHECK(read("source,target,event_type\nA,B,x\n").cautions.empty());
    CHECK(read("source,target,type\nA,B,ally\nA,C,trade\n").cautions.empty());
    CHECK(read("source,target,type,sign\nA,B,war,-\n").cautions.empty());
}

TEST_CASE("a column of sign words alone is told whatever it is called") {
    CHECK_THAT(said("source,target,Beziehung\na,b,rival\na,c,friend\nb,c,\n"),
               Contains("'rival' of the column 'Beziehung' says hostile (1 row)") &&
                   Contains("use --columns sign=Beziehung"));
    CHECK(said("source,target,Beziehung\na,b,rival\na,c,cousin\n").empty());
    CHECK(said("source,target,code\na,b,-1\na,c,1\n").empty());
}

TEST_CASE("numbers in any form, and gaps, hide no weight that is left unread") {
    CHECK_THAT(said("Quelle;Ziel;Gewicht\na;b;1.234,56\na;c;50%\nb;c;1 000\nc;d;NA\n"),
               Contains("the column 'Gewicht' holds numbers and looks like a weight, but every tie counts as "
                        "1: --columns weight=Gewicht"));
}

TEST_CASE("the option --sign says what ties are whose row says no sign, and none that this is meant") {
    io::ReadOptions options;
    options.cells.sign = Sign::negative;
    const Network network = read("source,target,type\nA,B,enemy\nA,C,war\n", options).network;
    CHECK(network.ties.sign == std::vector<Sign>{Sign::negative, Sign::negative});
    const Network some = read("source,target,sign\nA,B,+\nA,C,\nA,D,0\n", options).network;
    CHECK(some.ties.sign == std::vector<Sign>{Sign::positive, Sign::negative, Sign::none});
    options.cells.sign = Sign::none;
    CHECK(read("source,target,type\nA,B,enemy\n", options).cautions.empty());
    CHECK(!read("source,target,type\nA,B,enemy\n", options).network.has_signs());
}

TEST_CASE("codes for missing values as the only negative weights are told") {
    CHECK_THAT(
        said("source,target,weight\na,b,2\nb,c,-9\n"),
        Contains("warning: the only negative weights are -9, which many data sets write where a value is "
                 "missing; here they make hostile ties: --missing=-9 empties such cells"));
    CHECK_THAT(said("source,target,weight\na,b,2\nb,c,-3\n"), Contains("note: some weights are negative"));
    CHECK_THAT(said("source,target,weight\na,b,-9\nb,c,-3\n"), Contains("note: some weights are negative"));
}

TEST_CASE("the types that Gephi writes in other languages are directions") {
    for (const auto& [directed, undirected] :
         {std::pair{"Orient\u00E9", "Non orient\u00E9"}, std::pair{"Dirigido", "No dirigido"},
          std::pair{"Gerichtet", "Ungerichtet"}, std::pair{"Orientato", "Non orientato"},
          std::pair{"\u6709\u5411", "\u65E0\u5411"}, std::pair{"orientado", "no orientado"},
          std::pair{"y\u00F6nl\u00FC", "y\u00F6ns\u00FCz"}, std::pair{"one-way", "two-way"}}) {
        INFO(directed);
        const Network network =
            read(std::string("source,target,type\na,b,") + directed + "\nb,c," + undirected + "\n").network;
        CHECK(network.ties.directed ==
              std::vector<Directedness>{Directedness::directed, Directedness::undirected});
    }
}

TEST_CASE("names beside ids of the ends are the labels of actors that no file describes") {
    const Network network = read("from_id,from_name,to_id,to_name\n1,Ann,2,Bob\n").network;
    CHECK(network.label(ActorId{0}) == "Ann");
    CHECK(network.label(ActorId{1}) == "Bob");
}

TEST_CASE("Source Label and Target Label are the labels of actors that no file describes") {
    const Network network =
        read("Source,Target,Source Label,Target Label\nn1,n2,Alpha,Beta\nn2,n3,Other,\n").network;
    CHECK(network.label(ActorId{0}) == "Alpha");
    CHECK(network.label(ActorId{1}) == "Beta");
    CHECK(network.label(ActorId{2}) == "n3");
    CHECK(network.ties.attributes.empty());
}
