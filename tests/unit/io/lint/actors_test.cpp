#include "io/lint/actors.hpp"

#include <catch2/catch.hpp>

#include "support/reading.hpp"

using namespace entente;
using namespace entente::test;
using Catch::Contains;

namespace {

io::ReadOptions leaving_out(std::vector<std::string> words) {
    io::ReadOptions options;
    options.cells.missing = std::move(words);
    return options;
}

}  // namespace

TEST_CASE("an actor whose id is what programs write for a missing value is told with the count of its rows") {
    CHECK(said("source,target\nA,NA\nB,NA\nC,NA\n") ==
          "ties.csv:2:1: warning: 'NA' is read as an actor, in 3 rows (R writes missing values so; Namibia's "
          "code is NA too); if it means that there is none, --missing=NA leaves those rows out");
    for (const char* word : {"N/A", "nan", "null", "None", "?", "-", "Unknown", ".", "-9", "-99", "n.a.",
                             "<NA>", "(blank)", "..", "--", "missing", "#REF!", "undefined"}) {
        INFO(word);
        CHECK_THAT(said(std::string("source,target\nA,") + word + "\n"),
                   Contains("is read as an actor, in 1 row;"));
    }
    CHECK(said("source,target\nA,Nanking\nA,Naples\n").empty());
}

TEST_CASE("an actor that a preset takes from a row is told too where its id says that there is none") {
    const std::string rows =
        "event_id_cnty,event_date,event_type,sub_event_type,actor1,assoc_actor_1,actor2,inter1\n"
        "A1,2020-01-01,Battles,Armed clash,A,,B,1\nA2,2020-01-02,Protests,x,C,,unknown,6\n";
    CHECK_THAT(said(rows),
               Contains("ties.csv:3:1: warning: 'unknown' is read as an actor, in 1 row; if it means "
                        "that there is none, --missing=unknown leaves that row out"));
    const io::Reading reading = read(rows, leaving_out({"unknown"}));
    CHECK(reading.network.actor_count() == 2 + 1);  // A, B and, without a tie, C
    CHECK(reading.network.tie_count() == 1);
    REQUIRE(reading.ledger.read_as.size() == 1);
    REQUIRE(reading.ledger.read_as[0].left_out.size() == 1);
    CHECK(reading.ledger.read_as[0].left_out[0].reason == "no second actor");
}

TEST_CASE("an actors file may name an actor NA") {
    CHECK(said({{"actors.csv", "id,label\nNA,Namibia\nZA,South Africa\n"},
                {"ties.csv", "source,target\nNA,ZA\n"}})
              .empty());
}

TEST_CASE("rows without a source or target are left out and counted where missing cells are named") {
    const io::Reading reading = read("source,target,kind\nA,NA,x\n,B,x\nA,B,na\n", leaving_out({"na"}));
    CHECK(reading.network.tie_count() == 1);
    CHECK(reading.network.actor_count() == 2);
    CHECK(reading.network.ties.relation[0].empty());
    REQUIRE(reading.ledger.dropped.size() == 1);
    CHECK(reading.ledger.dropped[0].reason == "no source or target");
    CHECK(reading.ledger.dropped[0].rows == 2);
}

TEST_CASE("kinds and attributes that mean missing are told once a column") {
    const std::string told = said({{"actors.csv", "id,kind,size\na,state,NA\nb,NA,3\nc,NA,NA\n"},
                                   {"ties.csv", "source,target\na,b\nb,c\n"}});
    CHECK_THAT(told, Contains("the kind of 2 actors is 'NA', read as a value like others"));
    CHECK_THAT(told, Contains("the size of 2 actors is 'NA'"));
}

TEST_CASE("one actor in two spellings that look the same is told with the difference that cannot be seen") {
    CHECK(said("source,target\nS\u00E3o,a\nSa\u0303o,b\n")
              .find("ties.csv:3:1: warning: 'Sa\u0303o' and 'S\u00E3o' differ only in ") == 0);
    CHECK_THAT(said("source,target\nS\u00E3o,a\nSa\u0303o,b\n"), Contains("U+0303 (combining tilde)"));
    CHECK_THAT(said("source,target\nBa'ath,a\nBa\u2019ath,b\n"),
               Contains("U+2019 (right single quotation mark)"));
    CHECK_THAT(said("source,target\nA-B,a\nA\u2013B,b\n"), Contains("U+2013 (en dash)"));
    CHECK_THAT(said("source,target\nRed Front,a\nRed\u200BFront,b\n"), Contains("U+200B (zero width space)"));
    CHECK_THAT(said("source,target\nRed Front,a\nRed\u00A0Front,b\n"), Contains("U+00A0 (no-break space)"));
    CHECK_THAT(said("source,target\nONU,a\n\u041ENU,b\n"), Contains("U+041E (cyrillic capital letter o)"));
}

TEST_CASE("an id that is another with a decimal point is told as the same number") {
    CHECK(
        said("source,target\n101,b\n101.0,c\n") ==
        "ties.csv:3:1: warning: '101.0' and '101' are one number and two actors; make them equal if they are "
        "one");
    CHECK(said("source,target\n101.5,101\nv1.0,v1\n.0,0x\n7.,8.0\n").empty());
}

TEST_CASE("an id that only looks like one of the actors is said to be meant by it") {
    const std::string actors = "id\nS\u00E3o\nBa\u2019ath\n101\n";
    const auto meant = [&](const std::string& id) {
        return said({{"actors.csv", actors}, {"ties.csv", "source,target\n" + id + ",101\n"}});
    };
    CHECK_THAT(meant("Sa\u0303o"), Contains("did you mean 'S\u00E3o'?"));
    CHECK_THAT(meant("Ba'ath"), Contains("did you mean 'Ba\u2019ath'?"));
    CHECK_THAT(said({{"actors.csv", "id\n101\n102\n"}, {"ties.csv", "source,target\n101.0,102.0\n"}}),
               Contains("no actor has the id '101.0'; did you mean '101'?"));
}

TEST_CASE("a cell that lists several actors is told where its parts are ids or its separator repeats") {
    const auto is_told = [](const std::string& cell) {
        return said("source,target\nA,B\nB,C\nA,\"" + cell + "\"\n").find("if the cell names several") !=
               std::string::npos;
    };
    for (const char* cell : {"B,C", "B;C", "B & C", "B/C", "B|X", "B and C", "B und C", "B et C", "B + C",
                             "X,Y,Z", "X;Y;Z", "X/Y/Z"}) {
        INFO(cell);
        CHECK(is_told(cell));
    }
    for (const char* cell :
         {"Smith, John", "Rock and Roll", "AC/DC", "B & Sons", "Y;Z", "X et Y et Z", "C++"}) {
        INFO(cell);
        CHECK(!is_told(cell));
    }
}

TEST_CASE("texts that a spreadsheet would run are told once, numbers and signs are none") {
    CHECK_THAT(said("source,target,note\n=1+1,b,\nb,c,@x\n"),
               Contains("'@x' and 1 other text would run as formulas") ||
                   Contains("'=1+1' and 1 other text would run as formulas"));
    CHECK(said("source,target,sign,weight,place\na,b,-,3,-5\n").empty());
}

TEST_CASE("text that was decoded with another encoding than its own is told") {
    CHECK_THAT(said("source,target\ncaf\u221A\u00A9,b\n"),
               Contains("decoded with another encoding than its own"));
    CHECK_THAT(said("source,target\nMÃ¼ller,b\n"), Contains("decoded with another encoding"));
    CHECK(said("source,target\ncaf\u00E9,b\n").empty());
}
