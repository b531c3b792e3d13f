// What is said of files that are wrong or odd: every rule of reading with its message.
#include <fmt/format.h>

#include <catch2/catch.hpp>

#include "support/reading.hpp"

using namespace entente;
using namespace entente::test;
using Catch::Contains;

namespace {

// What is said of one row under a header.
std::string said_of(const std::string& header, const std::string& row) {
    return said("source,target," + header + "\na,b," + row + "\n");
}

}  // namespace

TEST_CASE("a file without anything in it is an error") {
    const std::string message =
        "ties.csv: error: the file is empty; it should begin with a header line such as source,target or "
        "id,label";
    for (const char* text : {"", "\n", "\r\n\r\n", "  \n\t\n", "\xEF\xBB\xBF", "\xEF\xBB\xBF\n"})
        CHECK(said(text) == message);
}

TEST_CASE("a header without rows is an empty network") {
    for (const char* text :
         {"source,target", "source,target\n", "source;target;weight\r\n", "\n\nsource,target\n\n"}) {
        CHECK(said(text).empty());
        CHECK(read(text).network.tie_count() == 0);
    }
}

TEST_CASE("bytes that are not UTF-8 are an error at their place") {
    CHECK(said("source,target\nk\xF6ln,b\n") ==
          "ties.csv:2:2: error: the byte F6 is not UTF-8; the file is probably Windows-1252 or Latin-1: save "
          "it as UTF-8 (in Excel: CSV UTF-8)");
    CHECK(said("source,target\nä€,\xC3\n") ==
          "ties.csv:2:4: error: the byte C3 is not UTF-8; the file is probably Windows-1252 or Latin-1: save "
          "it as UTF-8 (in Excel: CSV UTF-8)");
    CHECK(said("source,target\na,b\xE2\x82").find("ties.csv:2:4: error: the byte E2 is not UTF-8") == 0);
    CHECK(said("\xEF\xBB\xBFsource,target,p\xFFg\n").find("ties.csv:1:16: error: the byte FF is not UTF-8") ==
          0);
}

TEST_CASE("UTF-16 is called by its name") {
    const std::string message =
        "ties.csv:1:1: error: the file is UTF-16; save it as UTF-8 (in Excel: CSV UTF-8)";
    CHECK(said(std::string("\xFF\xFEs\0o\0", 6)) == message);
    CHECK(said(std::string("\xFE\xFF\0s\0o", 6)) == message);
    CHECK(said(std::string("s\0o\0u\0", 6)) == message);
    CHECK(said(std::string("\0s\0o\0u", 6)) == message);
    CHECK_THAT(said(std::string("\xFF\xFE\0\0s\0\0\0", 8)), Contains("the file is UTF-32; save it as UTF-8"));
    CHECK_THAT(said(std::string("\0\0\xFE\xFF\0\0\0s", 8)), Contains("the file is UTF-32; save it as UTF-8"));
}

TEST_CASE("a NUL byte is an error at its place") {
    CHECK(said(std::string("source,target\na,b\nc,\0d\n", 23)) ==
          "ties.csv:3:3: error: a NUL byte, which no text has; is this a CSV file? Remove the byte or save "
          "the file as UTF-8 text");
}

TEST_CASE("a quote that is never closed is an error where it opens") {
    CHECK(said("source,target,note\na,b,x\nc,d,\"open\ne,f,y\n") ==
          "ties.csv:3:5: error: the quote that opens here is not closed before the end of the file; close "
          "it, or double it (\"\") where it belongs to the text");
    CHECK(said("source,\"target\na,b\n") ==
          "ties.csv:1:8: error: the quote that opens here is not closed before the end of the file; close "
          "it, or double it (\"\") where it belongs to the text");
}

TEST_CASE("text after a closing quote is an error") {
    CHECK(said("source,target,note\na,b,\"x\"y\nb,c,\"x\" \n") ==
          "ties.csv:2:8: error: 'y' stands after a closing quote; put the whole cell in quotes and double "
          "the quotes within it (\"\")");
}

TEST_CASE("a row has as many cells as the header") {
    CHECK(said("source,target,note\na,b\n") ==
          "ties.csv:2:4: error: this row has 2 cells, the header has 3; add the missing cells; empty ones "
          "count");
    CHECK(said("source,target\na,b,c,d\n") ==
          "ties.csv:2:5: error: this row has 4 cells, the header has 2; put a cell that contains the "
          "delimiter in quotes, or remove what is too much");
    CHECK(said("source,target\na\n") ==
          "ties.csv:2:2: error: this row has 1 cell, the header has 2; add the missing cells; empty ones "
          "count");
}

TEST_CASE("header names are there once, all of them") {
    CHECK(said("source,,target,So_urce\na,b,c,d\n") ==
          "ties.csv:1:8: error: column 2 has no name; name it or remove it\n"
          "ties.csv:1:16: error: the column name 'So_urce' is there twice (first as column 1); rename one");
    CHECK(said("source,target,\na,b,\n") ==
          "ties.csv:1:15: error: column 3 has no name; name it or remove it");
}

TEST_CASE("a ties file has two ends, and a misspelt header is recognized") {
    CHECK(
        said("sorce,target,wieght\na,b,1\n") ==
        "ties.csv:1:1: error: no column is called 'source'; did you mean it by 'sorce'? Rename that, or use "
        "--columns source=sorce\n"
        "ties.csv:1:14: warning: the column 'wieght' is kept as a further attribute; did you mean 'weight'?");
    CHECK(said("who|whom\na|b\n") ==
          "ties.csv:1:1: error: no column is called 'source' or by another name for it; rename one or use "
          "--columns source=NAME; a file with | between its cells needs --delimiter '|'\n"
          "ties.csv:1:1: error: no column is called 'target' or by another name for it; rename one or use "
          "--columns target=NAME; a file with | between its cells needs --delimiter '|'");
    CHECK(
        said("source,target,weihgt,confidense\na,b,1,1\n") ==
        "ties.csv:1:15: warning: the column 'weihgt' is kept as a further attribute; did you mean 'weight'?\n"
        "ties.csv:1:22: warning: the column 'confidense' is kept as a further attribute; did you mean "
        "'confidence'?");
}

TEST_CASE("the ends of a tie are not empty") {
    CHECK(said("source,target\n,b\na,\"\"\n") ==
          "ties.csv:2:1: error: the source of this tie is empty; write the id of an actor, or leave such "
          "rows out with --missing=NA\n"
          "ties.csv:3:3: error: the target of this tie is empty; write the id of an actor, or leave such "
          "rows out with --missing=NA");
}

TEST_CASE("actors have ids, each its own") {
    CHECK(said({{"actors.csv", "id,label\na,A\n,B\nc,C\na,D\n"}, {"ties.csv", "source,target\na,c\n"}}) ==
          "actors.csv:3:1: error: the id of this actor is empty; give it one that no other actor has\n"
          "actors.csv:5:1: error: the id 'a' is there twice (first on line 2); each actor needs its own");
    CHECK(said({{"actors.csv", "who,what\na,A\n"}, {"ties.csv", "source,target\na,a\n"}})
              .find("actors.csv:1:1: error: no column is called 'id' or by another name for it; rename one "
                    "or use --columns id=NAME") == 0);
}

TEST_CASE("the sign is + or - or a word for them") {
    CHECK(said_of("sign", "*") ==
          "ties.csv:2:5: error: the sign must be + or -, not '*'; leave it empty for a tie without sign");
    CHECK(said_of("sign", "-1.0").empty());
    CHECK_THAT(said_of("sign", "\"-1,0\""), Contains("not '-1,0'; --decimal , reads it as -1"));
    io::ReadOptions comma;
    comma.cells.decimal = ',';
    CHECK(said("source;target;sign\na;b;-1,0\nb;c;1,0\n", comma).empty());
    CHECK_THAT(said_of("sign", "-5"),
               Contains("write only its sign here, and the number into a column weight"));
    CHECK(said_of("sign", "hostil") ==
          "ties.csv:2:5: error: the sign must be + or -, not 'hostil'; did you mean 'hostile'?");
    CHECK(said_of("sign", "2") ==
          "ties.csv:2:5: error: the sign must be + or -, not '2'; write only its sign here, and the number "
          "into "
          "a column weight");
    for (const char* word : {"+", "1", "+1", "Positive", "pos", "ally", "ALLIED", "friend", "support",
                             "cooperation", "alliance"}) {
        INFO(word);
        CHECK(ties_of(read(fmt::format("source,target,sign\na,b,{}\n", word)).network) == "a - b +\n");
    }
    for (const char* word : {"-", "-1", "\u2212", "negative", "neg", "hostile", "enemy", "rival", "war",
                             "conflict", "opposition"}) {
        INFO(word);
        CHECK(ties_of(read(fmt::format("source,target,sign\na,b,{}\n", word)).network) == "a - b -\n");
    }
    for (const char* word : {"0", "neutral", "ambivalent", "mixed", ""}) {
        INFO(word);
        CHECK(ties_of(read(fmt::format("source,target,sign\na,b,{}\n", word)).network) == "a - b\n");
    }
}

TEST_CASE("the weight is a plain decimal number") {
    const auto message = [](const char* cell) {
        return fmt::format(
            "ties.csv:2:5: error: the weight must be a plain decimal number such as 2 or 0.5, not '{}'",
            cell);
    };
    for (const char* cell : {"inf", "-inf", "0x10", "1e999", "two", "1.2.3", "1e"})
        CHECK(said_of("weight", cell) == message(cell));
    for (const char* cell : {"NA", "-", "null", "nan", "."})
        CHECK(
            said_of("weight", cell) ==
            fmt::format("ties.csv:2:5: error: the column 'weight' has '{0}' in 1 cell, which says no number: "
                        "--missing={0} takes such cells for empty, which counts as 1; or remove the rows",
                        cell));
    for (const char* cell : {"\"1,5\"", "1 000", "1.000.000"})
        CHECK(said_of("weight", cell).find("the column 'weight' has numbers such as") != std::string::npos);
    for (const char* cell : {"1", "+2", "0.5", ".5", "5.", "1e3", "1E-3", "007", ""})
        CHECK(said_of("weight", cell).empty());
}

TEST_CASE("a negative weight contradicts the signs + and 0") {
    CHECK(said_of("sign,weight", "+,-2") ==
          "ties.csv:2:7: error: the weight '-2' is negative, but the sign says '+'; make the sign - or the "
          "weight positive");
    CHECK(said_of("sign,weight", "neutral,-2") ==
          "ties.csv:2:13: error: the weight '-2' is negative, but the sign says 'neutral'; make the sign - "
          "or the weight positive");
    CHECK(ties_of(read("source,target,sign,weight\na,b,-,-2\n").network) == "a - b - 2\n");
    CHECK(said({{"ties.csv", "source,target,relation,weight\na,b,ally,-2\n"},
                {"relations.csv", "relation,sign\nally,+\n"}}) ==
          "ties.csv:2:10: error: the weight '-2' is negative, but the relation 'ally' has the sign +; give "
          "this row a sign or make the weight positive");
    CHECK(said({{"ties.csv", "source,target,type,weight\na,b,ally,-2\n"},
                {"relations.csv", "relation,sign\nally,+\n"}}) ==
          "ties.csv:2:1: error: the weight of this row is negative, but the relation 'ally' has the sign +; "
          "give the row a sign or make the weight positive");
}

TEST_CASE("a weight column with negative values carries the signs") {
    CHECK(said("source,target,weight\na,b,-2\nb,c,3\nc,d,0\nd,e,\n") ==
          "ties.csv:1:15: note: some weights are negative: rows without a sign take the sign of their "
          "weight, and its size as their strength\n"
          "ties.csv:4:1: note: 1 row of weight 0 is no tie where strengths count; --unweighted takes it");
    CHECK(ties_of(read("source,target,weight\na,b,-2\nb,c,3\nc,d,0\nd,e,\n").network) ==
          "a - b - 2\nb - c + 3\nc - d 0\nd - e + 1\n");
    CHECK(ties_of(read("source,target,sign,weight\na,b,-,-2\nb,c,,3\nc,d,0,4\n").network) ==
          "a - b - 2\nb - c + 3\nc - d 4\n");
    CHECK(!read("source,target,weight\na,b,2\n").network.has_signs());
}

TEST_CASE("directed is yes or no") {
    CHECK(said_of("directed", "maybe") == "ties.csv:2:5: error: directed must be true or false, not 'maybe'");
    CHECK(ties_of(read("source,target,directed\na,b,TRUE\nb,c,no\nc,d,\nd,e,1\ne,f,mutual\n").network) ==
          "a -> b\nb -- c\nc - d\nd -> e\ne -- f\n");
}

TEST_CASE("dates are of the form YYYY-MM-DD, as far as known") {
    const auto message = [](const char* cell) {
        return fmt::format(
            "ties.csv:2:5: error: '{}' is no date of the form YYYY, YYYY-MM or YYYY-MM-DD; write for example "
            "1904, 1904-04 or 1904-04-08",
            cell);
    };
    for (const char* cell : {"1904-00-08", "190", "years ago"})
        CHECK(said_of("start", cell) == message(cell));
    CHECK(ties_of(read("source,target,start,end\na,b,1904,\nb,c,,1907-08\nc,d,1904-04-08,1904-00-00\nd,e,"
                       "1905-03-00,1905-03\n")
                      .network) ==
          "a - b 1904..\nb - c ..1907-08\nc - d 1904-04-08..1904\nd - e 1905-03..1905-03\n");
    CHECK(said_of("start,end", "1904,1903") ==
          "ties.csv:2:10: error: the end '1903' is before the start '1904'; swap or correct them");
    CHECK(said_of("end,start", "1904-03,1904-04-01") ==
          "ties.csv:2:5: error: the end '1904-03' is before the start '1904-04-01'; swap or correct them");
    CHECK(said_of("start,end", "1904-04-08,1904").empty());
}

TEST_CASE("the confidence is a probability or a letter of reliability") {
    const auto message = [](const char* cell) {
        return fmt::format(
            "ties.csv:2:5: error: the confidence must be above 0 and at most 1 (0.8 for 80 %), or a letter "
            "from A to F, not '{}'",
            cell);
    };
    for (const char* cell : {"0", "1.01", "-0.5", "80%", "G", "nan", "AB", "80"})
        CHECK(said_of("confidence", cell) == message(cell));
    CHECK(ties_of(read("source,target,confidence\na,b,A\na,c,b\na,d,C\na,e,D\na,f,E\na,g,F\na,h,\na,i,0.3\n")
                      .network) ==
          "a - b p=0.95\na - c p=0.8\na - d p=0.6\na - e p=0.4\na - f p=0.2\na - g p=0.5\na - h p=1\na - i "
          "p=0.3\n");
}

TEST_CASE("an id that the actors do not have is an error with the nearest one") {
    const std::string actors =
        "id,label\nhamas,Hamas\nquds-force,Quds Force\nali-khamenei,Ali Khamenei\nirgc,IRGC\n";
    const auto of = [&](const std::string& id) {
        return said({{"actors.csv", actors},
                     {"ties.csv", "source,target\nirgc," + id + "\nhamas,quds-force\nirgc,ali-khamenei\n"}});
    };
    CHECK(of("hamass") == "ties.csv:2:6: error: no actor has the id 'hamass'; did you mean 'hamas'?");
    CHECK(of("Quds Force") ==
          "ties.csv:2:6: error: no actor has the id 'Quds Force'; did you mean 'quds-force'?");
    CHECK(of("Ali Khamenei") ==
          "ties.csv:2:6: error: no actor has the id 'Ali Khamenei'; did you mean 'ali-khamenei'?");
    CHECK(of("prussia") ==
          "ties.csv:2:6: error: no actor has the id 'prussia'; add it to the actors, or use "
          "--add-missing-actors");
    io::ReadOptions options;
    options.add_missing_actors = true;
    const io::Reading reading =
        read({{"actors.csv", actors}, {"ties.csv", "source,target\nirgc,prussia\n"}}, options);
    CHECK(reading.network.actor_count() == 5);
    CHECK(reading.network.label(static_cast<ActorId>(4)) == "prussia");
}

TEST_CASE("a tie of an actor with itself is left out, with a warning and a line in the ledger") {
    const io::Reading reading = read("source,target\na,a\na,b\nb,b\n");
    CHECK(said("source,target\na,a\na,b\n") ==
          "ties.csv:2:1: warning: 'a' is tied to itself; the row is left out");
    CHECK(ties_of(reading.network) == "a - b\n");
    CHECK(reading.ledger.tie_rows == 3);
    REQUIRE(reading.ledger.dropped.size() == 1);
    CHECK(reading.ledger.dropped[0].reason == "self-loop");
    CHECK(reading.ledger.dropped[0].rows == 2);
}

TEST_CASE("a row that is there twice word for word is kept, with a warning") {
    const std::string ties = "source,target,weight\na,b,1\nb,c,1\na,b,1\na,b,2\na,b,1\n";
    CHECK(said(ties) ==
          "ties.csv:4:1: warning: this row repeats line 2 word for word and counts again; remove one if they "
          "are the same tie\n"
          "ties.csv:6:1: warning: this row repeats line 2 word for word and counts again; remove one if they "
          "are the same tie");
    CHECK(read(ties).network.tie_count() == 5);
}

TEST_CASE("a pair both allied and hostile at the same time is warned of once") {
    CHECK(said("source,target,sign\na,b,+\nb,a,-\na,b,-\nc,d,+\nc,d,0\n") ==
          "ties.csv:3:1: warning: 'b' and 'a' are hostile here and allied on line 2; --conflict says how "
          "balance counts such a pair");
    CHECK(said("source,target,sign,start,end\na,b,-,1872,1903\na,b,+,1904,\n").empty());
    CHECK(said("source,target,sign,start,end\na,b,+,1904,\na,b,-,1872,1904\n") ==
          "ties.csv:3:1: warning: 'a' and 'b' are hostile here and allied on line 2; --conflict says how "
          "balance counts such a pair");
    CHECK(said("source,target,sign,start,end\na,b,-,1900,1901\na,b,-,1890,1950\na,b,+,1904,1905\n") ==
          "ties.csv:4:1: warning: 'a' and 'b' are allied here and hostile on line 3; --conflict says how "
          "balance counts such a pair");
}

TEST_CASE("an actor without a tie is warned of") {
    CHECK(said({{"actors.csv", "id\na\nb\nc\n"}, {"ties.csv", "source,target\na,b\n"}}) ==
          "actors.csv:4:1: warning: the actor 'c' has no tie in the data");
}

TEST_CASE("a citation that the sources lack is warned of once") {
    CHECK(said({{"ties.csv",
                 "source,target,citation\na,b,taylor1954\nb,c,tailor1954\nc,d,tailor1954\nd,e,\ne,f,"
                 "taylor1954; pflanze\n"},
                {"sources.csv", "id,title\ntaylor1954,The Struggle for Mastery in Europe\n"}}) ==
          "ties.csv:3:5: warning: the sources have no 'tailor1954'; did you mean 'taylor1954'?\n"
          "ties.csv:6:5: warning: the sources have no 'pflanze'; add it to sources.csv");
    CHECK(said("source,target,citation\na,b,anything\n").empty());
}

TEST_CASE("a relation that relations.csv lacks is warned of once") {
    CHECK(said({{"ties.csv", "source,target,relation\na,b,allied\nb,c,alied\nc,d,alied\nd,e,\n"},
                {"relations.csv", "relation,sign\nallied,+\n"}}) ==
          "ties.csv:3:5: warning: relations.csv has no 'alied'; did you mean 'allied'?");
}

TEST_CASE("relations.csv and sources.csv are checked like the rest") {
    CHECK(said({{"ties.csv", "source,target\na,b\n"}, {"sources.csv", "id,title,author,page\nx,T,M,1\n"}}) ==
          "sources.csv:1:10: note: the columns 'author' and 'page' are not read; of a source entente knows "
          "id, title, publisher, date and url");
    CHECK(said({{"ties.csv", "source,target\na,b\n"},
                {"relations.csv", "relation,sign,directed,weight\nally,*,maybe,-1\nally,,,\n,+,,\n"}}) ==
          "relations.csv:2:6: error: the sign must be +, - or empty, not '*'\n"
          "relations.csv:2:8: error: directed must be true or false, not 'maybe'\n"
          "relations.csv:2:14: error: the weight of a relation must be a plain decimal number of at least 0, "
          "not '-1'\n"
          "relations.csv:3:1: error: the relation 'ally' is there twice (first on line 2); remove one\n"
          "relations.csv:4:1: error: the name of this relation is empty; give it one");
    CHECK(said({{"ties.csv", "source,target\na,b\n"}, {"sources.csv", "title\nx\n"}})
              .find("sources.csv:1:1: error: no column is called 'id'") == 0);
}

TEST_CASE("all problems of a run are told, the first hundred in words") {
    std::string ties = "source,target,weight\n";
    for (int i = 0; i < 4313; ++i) ties += "a,b,x\n";
    const std::string text = said(ties);
    CHECK(std::count(text.begin(), text.end(), '\n') == 100);
    CHECK(text.ends_with("\nerror: and 4,213 more errors"));
    try {
        read(ties);
        FAIL();
    } catch (const Error& error) {
        CHECK(complaint_count(error.diagnostics(), Severity::error) == 4313);
        CHECK(complaint_count(error.diagnostics(), Severity::note) == 0);
    }
    std::string loops = "source,target\n";
    for (int i = 0; i < 30; ++i) loops += "a,a\n";
    CHECK(said(loops).ends_with("\nwarning: and 10 more: ties of an actor with itself, left out"));
}

TEST_CASE("a message shows the line, and never more than a terminal can take") {
    try {
        read(std::string("source\ttarget\tweight\na\tb\x1B[31m\tx\n"));
        FAIL();
    } catch (const Error& error) {
        REQUIRE(error.diagnostics().size() == 1);
        CHECK(error.diagnostics()[0].excerpt == "a b\uFFFD[31m x");
        CHECK(error.diagnostics()[0].spot.column == 10);
    }
    try {
        read(std::string("source,target,weight\na,\"of two\nlines\",x\n"));
        FAIL();
    } catch (const Error& error) {
        REQUIRE(error.diagnostics().size() == 1);
        CHECK(error.diagnostics()[0].excerpt ==
              "lines\",x");  // the line of the file on which the cell stands
        CHECK(error.diagnostics()[0].spot.line == 3);
        CHECK(error.diagnostics()[0].spot.column == 8);
    }
    const std::string long_cell(5000, 'x');
    const std::string text = said("source,target,weight\na,b," + long_cell + "\n");
    CHECK(text.size() < 200);
}

TEST_CASE("a complaint within quoted line breaks stands at its own line") {
    CHECK(said("source,target,note,weight\na,b,\"one\ntwo\nthree\",x\nb,c,,y\n") ==
          "ties.csv:4:8: error: the weight must be a plain decimal number such as 2 or 0.5, not 'x'\n"
          "ties.csv:5:6: error: the weight must be a plain decimal number such as 2 or 0.5, not 'y'");
    CHECK(read("source,target,note\na,b,\"one\r\ntwo\"\nb,c,\n").network.ties.place[1].line == 4);
}

TEST_CASE("columns count characters, not bytes") {
    CHECK(said("source,target,weight\nعلي خامنئي,耶路撒冷,x\n") ==
          "ties.csv:2:17: error: the weight must be a plain decimal number such as 2 or 0.5, not 'x'");
}

TEST_CASE("a file that is not there is no data error") {
    io::ReadOptions options;
    options.data = {"./nothing.csv"};
    CHECK(said("", options) == "cannot read 'nothing.csv': No such file or directory");
    options.data = {"./"};
    CHECK(said({{"a.txt", ""}, {"b.txt", ""}}, options)
              .find("has no ties.csv; a dataset is a folder with ties.csv (and actors.csv), or name a ties "
                    "file itself") != std::string::npos);
}

TEST_CASE("a date of another form is told with the form it should have") {
    const auto remedy = [](const std::string& cell) {
        const std::string message = said_of("start", cell);
        return message.substr(message.find("; ") + 2);
    };
    CHECK(remedy("1914-1918") == "write 1914 here and 1918 into the column for the end");
    CHECK(remedy("Spring 1904") == "write 1904, or the months, as in [1904-03..1904-05]");
    CHECK(remedy("winter 1904") == "write 1904, or the months that are meant");
    CHECK(remedy("31 April 2020") == "2020-04 has no day 31");
    CHECK(remedy("30/02/2020") == "2020-02 has no day 30");
    CHECK(remedy("20200230") == "2020-02 has no day 30");
    CHECK(remedy("20201305") == "there is no month 13");
    CHECK(remedy("1-Jan-20") == "the year needs four digits: write 2020-01-01 or 1920-01-01");
    CHECK(remedy("long ago") == "write for example 1904, 1904-04 or 1904-04-08");
}

TEST_CASE("cells that say no value are told once a column with the words and the option") {
    CHECK(
        said("source,target,weight,end\na,b,NA,n/a\na,c,null,2001\nb,c,NA,n/a\n") ==
        "ties.csv:2:5: error: the column 'weight' has 'NA' and 'null' in 3 cells, which say no number: "
        "--missing=NA,null takes such cells for empty, which counts as 1; or remove the rows\n"
        "ties.csv:2:8: error: the column 'end' has 'n/a' in 2 cells, which say no date: --missing=n/a takes "
        "such cells for empty, which says that the date is not known (an end: that the tie goes on)");
}

TEST_CASE("days as a spreadsheet counts them are told once a column") {
    CHECK(
        said("source,target,start,end\na,b,43891,43999\na,c,43892,\n") ==
        "ties.csv:2:5: error: the column 'start' has dates such as '43891' (2 cells), days as a spreadsheet "
        "counts them: format the column as a date and save it again, this one as 2020-03-01\n"
        "ties.csv:2:11: error: the column 'end' has dates such as '43999' (1 cell), days as a spreadsheet "
        "counts them: format the column as a date and save it again, this one as 2020-06-17");
}

TEST_CASE("a column of doubtful dates is told the order that reads all of it") {
    const auto told = [](const std::string& first, const std::string& second) {
        return said("source,target,date\na,b," + first + "\nb,c," + second + "\n");
    };
    CHECK_THAT(told("3/1/2014", "12/31/2014"), Catch::EndsWith("; use --dates mdy"));
    CHECK_THAT(told("3/1/2014", "31/12/2014"), Catch::EndsWith("; use --dates dmy"));
    CHECK_THAT(told("3/1/2014", "NA"), Catch::EndsWith("; use --dates dmy or mdy"));
    CHECK_THAT(told("13/1/2014", "12/31/2014"),
               Catch::EndsWith("; its cells have different orders: write all as 2014-03-01"));
    CHECK_THAT(
        told("13/1/2014", "Spring 2004"),
        Catch::Contains("; no order of day, month and year reads 'Spring 2004': write 2004, or the months"));
}

TEST_CASE("rows of weight 0 are noted once, and few actors without a tie by name, many by their number") {
    CHECK(said("source,target,weight\na,b,0\nb,c,0\nc,a,1\n") ==
          "ties.csv:2:1: note: 2 rows of weight 0 are no tie where strengths count, the first of them here; "
          "--unweighted takes them");
    std::string actors = "id\na\nb\nlone\n";
    const auto said_with = [&] {
        return said({{"actors.csv", actors}, {"ties.csv", "source,target\na,b\n"}});
    };
    CHECK(said_with() == "actors.csv:4:1: warning: the actor 'lone' has no tie in the data");
    for (int i = 0; i < 5; ++i) actors += fmt::format("x{}\n", i);
    CHECK(said_with() ==
          "actors.csv:4:1: warning: 6 of the 8 actors have no tie in the data, the first of them 'lone'");
}

TEST_CASE("words parted by blanks are said to need a format") {
    for (const char* text : {"1 2\n2 3\n", "A B C\n0 1 1\n1 0 0\n", "A pp B C D\nE pp A\n"})
        CHECK_THAT(said(text), Catch::Contains("--input-format edge-list (source target weight)"));
    CHECK_THAT(said("a,b\nb,c\n"), Catch::EndsWith("or use --input-format edge-list"));
}

TEST_CASE("what is odd is told beside what is wrong, as far as it can be known") {
    const std::map<std::string, std::string> files{
        {"actors.csv", "id\na\nb\nc\nd\n"}, {"ties.csv", "source,target,sign\na,b,+\na,b,+\na,b,-\na,e,+\n"}};
    CHECK(said(files) ==
          "ties.csv:3:1: warning: this row repeats line 2 word for word and counts again only with "
          "--weighted or --merge count; remove one if they are the same tie\n"
          "ties.csv:4:1: warning: 'a' and 'b' are hostile here and allied on line 2; --conflict says how "
          "balance counts such a pair\n"
          "ties.csv:5:3: error: no actor has the id 'e'; did you mean 'a'?");
    // The row that is wrong may be the tie of c.
    CHECK(said({{"actors.csv", "id\na\nb\nc\n"}, {"ties.csv", "source,target,weight\na,b,1\nc,b,x\n"}})
              .find("has no tie") == std::string::npos);
    // A relation that cannot be read may have the sign that makes the conflict.
    CHECK(said({{"relations.csv", "relation,sign\nwar,?\n"},
                {"ties.csv", "source,target,sign\na,b,+\na,b,-\n"}})
              .find("are hostile here") == std::string::npos);
}
