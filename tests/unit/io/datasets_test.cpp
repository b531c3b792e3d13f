// Folders, several files read as one, settings, and what holds for any bytes at all.
#include <fmt/format.h>

#include <catch2/catch.hpp>

#include "base/number.hpp"
#include "base/random.hpp"
#include "base/text.hpp"
#include "support/reading.hpp"

using namespace entente;
using namespace entente::test;

TEST_CASE("a dataset is called after its folder or file") {
    const Folder folder(std::map<std::string, std::string>{{"balkans/ties.csv", "source,target\na,b\n"}});
    const auto name = [&](const std::string& path) {
        return io::read_network({.data = {folder / path}, .actors_file = "", .columns = {}}, Control{})
            .network.info.name;
    };
    CHECK(name("balkans") == "balkans");
    CHECK(name("balkans/") == "balkans");
    CHECK(name("balkans/.") == "balkans");
    CHECK(name("balkans/ties.csv") == "ties");
}

TEST_CASE("several datasets are read as one, joined by the actors' ids") {
    const std::map<std::string, std::string> files{
        {"one/actors.csv", "id,label,kind\na,Anton,leader\nb,Berta,\n"},
        {"one/ties.csv", "source,target,weight\na,b,2\n"},
        {"two/actors.csv", "id,label,kind,party\nb,Berta,group,X\na,Anton,leader,Y\nc,Cäsar,state,\n"},
        {"two/ties.csv", "source,target,sign\nb,c,-\nc,a,+\n"}};
    io::ReadOptions options;
    options.data = {"./one", "./two"};
    const io::Reading reading = read(files, options);
    CHECK(said(files, options).empty());
    CHECK(ties_of(reading.network) == "a - b 2\nb - c - 1\nc - a + 1\n");
    CHECK(reading.network.actor_count() == 3);
    CHECK(reading.network.kind(static_cast<ActorId>(1)) == "group");
    CHECK(reading.network.actors.attributes[0].cells[0] == "Y");
    CHECK(reading.network.actors.attributes[0].cells[1] == "X");
    CHECK(reading.network.info.name == "one+two");
    CHECK(reading.ledger.actor_rows == 5);
    CHECK(reading.ledger.tie_rows == 3);
    CHECK(reading.network.ties.place[1].file == 3);
}

TEST_CASE("where two files describe an actor differently the first one stays, with a warning") {
    const std::map<std::string, std::string> files{{"one/actors.csv", "id,label,kind\na,Anton,leader\n"},
                                                   {"one/ties.csv", "source,target\n"},
                                                   {"two/actors.csv", "id,kind\na,group\nb,\n"},
                                                   {"two/ties.csv", "source,target\na,b\n"}};
    io::ReadOptions options;
    options.data = {"./one", "./two"};
    CHECK(said(files, options) ==
          "two/actors.csv:2:3: warning: the kind 'group' of actor 'a' differs from 'leader' on line 2 of "
          "one/actors.csv, which stays; make them equal");
    CHECK(read(files, options).network.kind(static_cast<ActorId>(0)) == "leader");
    options.data = {"./one", "./one"};
    CHECK(said(files, options) == "one/actors.csv:2:1: warning: the actor 'a' has no tie in the data");
}

TEST_CASE("the option --actors stands beside a ties file") {
    io::ReadOptions options;
    options.data = {"./edges.csv"};
    options.actors_file = "./nodes.csv";
    const std::map<std::string, std::string> files{{"edges.csv", "source,target\na,b\nb,x\n"},
                                                   {"nodes.csv", "id,kind\na,state\nb,state\nc,state\n"}};
    CHECK(said(files, options).find("edges.csv:3:3: error: no actor has the id 'x'") == 0);
    options.add_missing_actors = true;
    CHECK(read(files, options).network.actor_count() == 4);
}

TEST_CASE("optional columns that only one of the files has are empty in the other") {
    const std::map<std::string, std::string> files{
        {"one.csv",
         "source,target,relation,start,confidence,citation,note,place\na,b,ally,1904,0.5,x,y,Paris\n"},
        {"two.csv", "source,target,directed\nc,d,true\n"}};
    io::ReadOptions options;
    options.data = {"./one.csv", "./two.csv"};
    CHECK(ties_of(read(files, options).network) ==
          "a - b ally 1904.. p=0.5 [x] \"y\" place=Paris\nc -> d p=1\n");
    options.data = {"./two.csv", "./one.csv"};
    CHECK(ties_of(read(files, options).network) ==
          "c -> d p=1\na - b ally 1904.. p=0.5 [x] \"y\" place=Paris\n");
}

TEST_CASE("entente.toml gives the titles and the default options") {
    const std::map<std::string, std::string> files{
        {"ties.csv", "source,target\na,b\n"},
        {"entente.toml",
         "# about\ntitle = \"The \\\"Concert\\\" \\u20AC\" # comment\nsubtitle = 'raw \\n'\nsource = "
         "\"x\"\r\n\ndate = \"1907\"\n\n[defaults]\nties = \"positive\"\n"
         "weighted = true\nseed = 3\nresolution = 1.5\n\"relation\" = [\"ally\", 'war']\n"}};
    const DatasetInfo info = read(files).network.info;
    CHECK(info.title == "The \"Concert\" €");
    CHECK(info.subtitle == "raw \\n");
    CHECK(info.source_line == "x");
    CHECK(info.date == "1907");
    CHECK(info.defaults == std::map<std::string, std::string>{{"ties", "positive"},
                                                              {"weighted", "true"},
                                                              {"seed", "3"},
                                                              {"resolution", "1.5"},
                                                              {"relation", "ally,war"}});
}

TEST_CASE("entente.toml is checked line by line") {
    const auto of = [](const std::string& settings) {
        return said({{"ties.csv", "source,target\na,b\n"}, {"entente.toml", settings}});
    };
    CHECK(of("titel = \"x\"\n") == "entente.toml:1:1: error: unknown key 'titel'; did you mean 'title'?");
    CHECK(of("\ntitle = x\n") ==
          "entente.toml:2:9: error: the value 'x' must be in double quotes, a number, true or false");
    CHECK(of("title = \"x\n") ==
          "entente.toml:1:9: error: the quote that opens here is not closed on this line");
    CHECK(of("title = \"x\" y\n") ==
          "entente.toml:1:13: error: 'y' is too much after the value; put a # before a comment");
    CHECK(
        of("title\n") ==
        "entente.toml:1:6: error: a line here is KEY = VALUE, for example title = \"The Concert of Europe\"");
    CHECK(of("title = \"a\\q\"\n") ==
          "entente.toml:1:12: error: this backslash begins no escape that is known (\\n \\t \\\" \\\\ "
          "\\uXXXX); double it if it is meant as it stands");
    CHECK(of("title = \"a\"\ntitle = \"b\"\n") ==
          "entente.toml:2:1: error: 'title' is set twice; remove one");
    CHECK(of("[default]\nties = \"all\"\n") ==
          "entente.toml:1:2: error: the only tables are [defaults] and [columns], not 'default'");
    CHECK(of("[defaults]\nties = \"all\"\nties = 2\n") ==
          "entente.toml:3:1: error: 'ties' is set twice; remove one");
    CHECK(of("publisher = \"x\"\n") ==
          "entente.toml:1:1: error: unknown key 'publisher'; there are title, subtitle, source, date and the "
          "tables [defaults] and [columns]");
    CHECK(of("") == "");
}

TEST_CASE("a thousand unknown ids are answered at once") {
    std::string actors = "id\n", ties = "source,target\n";
    for (int i = 0; i < 5000; ++i) actors += fmt::format("person-number-{}\n", i);
    for (int i = 0; i < 5000; ++i) ties += fmt::format("person-nmuber-{},nobody-{}\n", i, i);
    const std::string text = said({{"actors.csv", actors}, {"ties.csv", ties}});
    CHECK(text.starts_with(
        "ties.csv:2:1: error: no actor has the id 'person-nmuber-0'; did you mean 'person-number-0'?\n"));
    CHECK(text.ends_with("\nerror: and 9,900 more errors"));
}

TEST_CASE("ids of any length and number are kept apart") {
    std::string ties = "source,target\n";
    for (int i = 0; i < 3000; ++i)
        ties += fmt::format("{}{},{}{}\n", std::string(static_cast<std::size_t>(i % 40), 'x'), i,
                            std::string(static_cast<std::size_t>(i % 40), 'y'), i + 1);
    const io::Reading reading = read(ties);
    CHECK(reading.network.actor_count() == 3000 + 3000);
    for (int i = 0; i < 3000; ++i) {
        REQUIRE(reading.network.id(reading.network.ties.source[static_cast<std::size_t>(i)]) ==
                fmt::format("{}{}", std::string(static_cast<std::size_t>(i % 40), 'x'), i));
        REQUIRE(reading.network.id(reading.network.ties.target[static_cast<std::size_t>(i)]) ==
                fmt::format("{}{}", std::string(static_cast<std::size_t>(i % 40), 'y'), i + 1));
    }
}

TEST_CASE("a text column keeps its cells whether few or many of them differ") {
    TextColumn column;
    std::vector<std::string> cells;
    for (int i = 0; i < 150000; ++i)
        cells.push_back(i < 40000    ? fmt::format("common {}", i % 7)
                        : i % 3 == 0 ? ""
                                     : fmt::format("cell number {}", i));
    for (const std::string& cell : cells) column.push_back(cell);
    REQUIRE(column.size() == cells.size());
    std::size_t wrong = 0;
    for (std::size_t i = 0; i < cells.size(); ++i) wrong += column[i] != cells[i] ? 1U : 0U;
    CHECK(wrong == 0);
    const TextColumn copy = column;
    CHECK(copy[149999] == cells[149999]);
    CHECK(copy[150000].empty());
}

TEST_CASE("whatever a network holds is read as it was written") {
    Random random(7);
    const std::vector<std::string> letters{"a",  "B", "é",  "ع", "耶", "\"", ",",         ";",
                                           "\n", " ", "\t", "|", "0",  "'",  "\U0001F54A"};
    const auto word = [&](bool empty_allowed) {
        std::string text;
        for (std::uint64_t n = random.below(8) + (empty_allowed ? 0 : 1); n > 0; --n)
            text += letters[random.below(letters.size())];
        return text;
    };
    const auto quote = [](const std::string& text) {
        std::string result = "\"";
        for (const char c : text) result += c == '"' ? std::string("\"\"") : std::string(1, c);
        return result + "\"";
    };
    for (int round = 0; round < 60; ++round) {
        const char delimiter = ",;\t"[random.below(3)];
        const std::string line_end = random.below(2) == 0 ? "\n" : "\r\n";
        std::string file = fmt::format("source{0}target{0}weight{0}note{0}further", delimiter) + line_end,
                    expected;
        for (std::uint64_t row = 0; row < random.below(30); ++row) {
            const std::string source = word(false) + "1", target = word(false) + "2", note = word(true),
                              further = word(true);
            const double weight = static_cast<double>(random.below(100000)) / 64;
            file += quote(source) + delimiter + quote(target) + delimiter + format_number(weight) +
                    delimiter + quote(note) + delimiter + quote(further) + line_end;
            expected += fmt::format("{} - {} {}", source, target, format_number(weight)) +
                        (note.empty() ? "" : " \"" + note + "\"") +
                        (further.empty() ? "" : " further=" + further) + "\n";
        }
        INFO(file);
        REQUIRE(ties_of(read(file).network) == expected);
    }
}

TEST_CASE("a file far larger than the reader's blocks is read whole, with and without a last line break") {
    // 34 MB: LineReader then reads in a thread of its own, and one row crosses each of its blocks.
    std::string ties = "source,target,note\n";
    const std::string note(997, 'n');
    std::size_t rows = 0;
    for (; ties.size() < 34'000'000; ++rows)
        ties += fmt::format("a{},b{},{}é\n", rows % 100, rows % 77, note);
    for (const bool last_line_break : {true, false}) {
        if (!last_line_break) ties.pop_back();
        const io::Reading reading = read(ties);
        REQUIRE(reading.network.tie_count() == rows);
        CHECK(reading.network.ties.place.back().line == rows + 1);
        CHECK(reading.network.ties.note[rows - 1].size() == note.size() + 2);
        CHECK(reading.network.id(reading.network.ties.target[rows - 1]) ==
              fmt::format("b{}", (rows - 1) % 77));
    }
}

TEST_CASE("reading can be stopped") {
    const std::atomic<bool> stop{true};
    Control control;
    control.stop = &stop;
    const Folder folder(std::map<std::string, std::string>{{"ties.csv", "source,target\na,b\n"}});
    try {
        io::read_network({.data = {folder / "ties.csv"}, .actors_file = "", .columns = {}}, control);
        FAIL();
    } catch (const Error& error) {
        CHECK(error.fault() == Fault::interrupted);
    }
}
