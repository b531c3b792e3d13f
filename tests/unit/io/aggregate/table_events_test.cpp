// Plain tables: aggregate reads them by the rules that every other command reads them by.
#include <fmt/format.h>

#include <catch2/catch.hpp>
#include <functional>
#include <map>
#include <set>
#include <string>
#include <tuple>
#include <vector>

#include "base/random.hpp"
#include "io/aggregate/aggregate.hpp"
#include "io/aggregate/parts.hpp"
#include "io/network_reader.hpp"
#include "model/date_forms.hpp"
#include "support/reading.hpp"

using namespace entente;
using namespace entente::io;
using entente::test::Folder;

namespace {

using Files = std::map<std::string, std::string>;

std::string ties_of(const std::string& text, AggregateOptions options = {}) {
    const Folder folder(Files{{"events.csv", text}});
    options.read.data = {folder / "events.csv"};
    const Aggregate result = aggregate(options, {});
    std::string ties;
    write_ties(result, [&](std::string_view line) { ties += line; }, {});
    return ties.substr(ties.find('\n') + 1);
}

std::string failure(const std::string& text, AggregateOptions options = {}) {
    try {
        ties_of(text, std::move(options));
    } catch (const Error& error) {
        for (const Diagnostic& diagnostic : error.diagnostics())
            if (diagnostic.severity == Severity::error) return diagnostic.message;
        return error.what();
    }
    return "";
}

std::string remarks_of(const std::string& text) {
    const Folder folder(Files{{"events.csv", text}});
    AggregateOptions options;
    options.read.data = {folder / "events.csv"};
    std::string all;
    const Aggregate result = aggregate(options, {});
    for (const Diagnostic& remark : result.remarks()) all += remark.message + "\n";
    return all;
}

// What is added up in all: of each pair, direction and sign the events, their strength, first and last day.
using Sums =
    std::map<std::tuple<std::string, std::string, bool, Sign>, std::tuple<std::uint64_t, double, Day, Day>>;

void add(Sums& sums, std::tuple<std::string, std::string, bool, Sign> key, std::uint64_t events,
         double strength, DayInterval days) {
    auto& [source, target, directed, sign] = key;
    if (!directed && target < source) std::swap(source, target);
    auto& sum = sums.try_emplace(key, 0, 0.0, end_of_time, beginning_of_time).first->second;
    std::get<0>(sum) += events;
    std::get<1>(sum) += strength;
    std::get<2>(sum) = std::min(std::get<2>(sum), days.earliest);
    std::get<3>(sum) = std::max(std::get<3>(sum), days.latest);
}

Sums sums_of_reader(ReadOptions options) {
    options.self_ties = SelfTies::kept;
    const Reading reading = read_network(options, {});
    const Network& network = reading.network;
    Sums sums;
    for (std::size_t row = 0; row < network.tie_count(); ++row) {
        const Tie tie = network.tie(static_cast<TieId>(row));
        const bool starts = tie.period.start.earliest != beginning_of_time,
                   ends = tie.period.end.latest != end_of_time;
        DayInterval days{end_of_time, beginning_of_time};
        if (starts || ends)
            days = {(starts ? tie.period.start : tie.period.end).earliest,
                    (ends ? tie.period.end : tie.period.start).latest};
        add(sums,
            {std::string(network.id(tie.source)), std::string(network.id(tie.target)),
             tie.directed == Directedness::directed, tie.sign},
            1, tie.strength, days);
    }
    return sums;
}

Sums sums_of_aggregate(ReadOptions read) {
    AggregateOptions options{.read = std::move(read), .weight = CellWeight::sum};
    options.cells.by = PeriodKind::all;
    Sums sums;
    const auto day = [](const std::string& text) { return *read_date(text); };
    aggregate(options, {.threads = 2})
        .each_tie(
            [&](const AggregateTie& tie) {
                DayInterval days{end_of_time, beginning_of_time};
                if (!tie.dates.start.empty())
                    days = {day(tie.dates.start).date.earliest, day(tie.dates.end).date.latest};
                add(sums, {std::string(tie.source), std::string(tie.target), tie.directed, tie.sign},
                    tie.events, std::stod(tie.weight), days);
            },
            {});
    return sums;
}

// A table with one way of writing for each of its columns, and the options that read it.
struct MadeUp {
    std::string text;
    ReadOptions options;
};

MadeUp made_up(std::uint64_t seed) {
    Random random(seed);
    MadeUp made;
    const auto chance = [&](std::uint64_t of) { return random.below(of) == 0; };
    const char delimiter = std::string(",;\t")[random.below(3)];
    std::vector<std::pair<std::string, std::function<std::string()>>> columns;
    const auto any = [&](std::vector<std::string> words) {
        return [&random, words] { return words[random.below(words.size())]; };
    };
    const bool cited = chance(3);
    columns.emplace_back(cited ? "From" : "source",
                         any({"Ann", "Bob", " Ann", "Cyd\xC2\xA0", "\"D, d;\"", "Ann "}));
    columns.emplace_back(cited ? "To" : "TARGET", any({"Ann", "Bob", "Cyd", "Ewa"}));
    if (cited) columns.emplace_back("source", any({"s1", "s2", ""}));
    if (chance(2)) columns.emplace_back("sign", any({"+", "-", "ally", "hostile", "", "", "0"}));
    const bool signs = columns.back().first == "sign", comma = chance(2), negative = !signs && chance(2);
    if (chance(2)) {
        std::vector<std::string> weights{comma ? "\"2,5\"" : "2.5", "3", "", "0"};
        if (negative) weights.emplace_back("-4");
        columns.emplace_back(chance(2) ? "weight" : "Strength", any(weights));
        if (comma) made.options.cells.decimal = ',';
    }
    if (chance(2)) columns.emplace_back("Directed", any({"true", "false", "yes", "", "gerichtet"}));
    else if (chance(2))
        columns.emplace_back("Type", chance(2) ? any({"Directed", "Undirected", "", "gerichtet"})
                                               : any({"Directed", "war", "trade"}));
    const std::size_t dates = random.below(4);
    if (dates == 0) {
        columns.emplace_back("start", any({"2001", "2001-05", "1999-12-31", "", "1984?"}));
        columns.emplace_back("until", any({"2003", "present", "2004-02-29", "", "198X"}));
        columns[columns.size() - 2].second = any({"1971", "1971-05", "1969-12-31", "", "1964?"});
    }
    if (dates == 1)
        columns.emplace_back("date", any({"2001", "1914/1918", "../1999", "", "2001-09-09T10:00:00Z"}));
    if (dates == 2) {
        columns.emplace_back("year", any({"13/03/2020", "1/2/2003", ""}));
        made.options.cells.dates = DateOrder::dmy;
    }
    if (chance(3)) made.options.cells.sign = chance(2) ? Sign::negative : Sign::positive;
    if (chance(3)) made.options.cells.missing = {"bob", "ewa"};
    for (std::uint64_t blank = random.below(3); blank > 0; --blank) made.text += "\n";
    for (std::size_t i = 0; i < columns.size(); ++i)
        made.text += (i == 0 ? std::string() : std::string(1, delimiter)) + columns[i].first;
    for (int row = 0; row < 40; ++row) {
        made.text += chance(9) ? "\n\n" : "\n";
        for (std::size_t i = 0; i < columns.size(); ++i)
            made.text += (i == 0 ? std::string() : std::string(1, delimiter)) + columns[i].second();
    }
    return made;
}

}  // namespace

TEST_CASE("any plain table adds up to what the reader of every other command makes of it") {
    std::size_t signs = 0, directions = 0, dates = 0;
    for (std::uint64_t seed = 1; seed <= 300; ++seed) {
        MadeUp made = made_up(seed);
        INFO(made.text);
        const Folder folder(Files{{"events.csv", made.text}});
        made.options.data = {folder / "events.csv"};
        const Sums expected = sums_of_reader(made.options);
        CHECK(sums_of_aggregate(made.options) == expected);
        for (const auto& [key, sum] : expected) {
            signs += std::get<3>(key) != Sign::none ? 1 : 0;
            directions += std::get<2>(key) ? 1 : 0;
            dates += std::get<2>(sum) != end_of_time ? 1 : 0;
        }
    }
    CHECK(signs > 500);
    CHECK(directions > 500);
    CHECK(dates > 500);
}

TEST_CASE("lines without content above the header of events are no rows") {
    CHECK(ties_of("\n \nsource,target\nA,B\n") == "A,B,,,1,false,,,,1,0,0,1,0\n");
}

TEST_CASE("one negative weight makes the positive ones of events without a sign friendly") {
    const std::string rows = "source,target,weight\nA,C,3\nA,C,0\nA,B,-2\nA,D,\n";
    CHECK(ties_of(rows) ==
          "A,C,,+,1,false,,,,1,1,0,0,3\nA,C,,,1,false,,,,1,0,0,1,0\nA,B,,-,1,false,,,,1,0,1,0,-2\n"
          "A,D,,+,1,false,,,,1,1,0,0,1\n");
    CHECK(remarks_of(rows).starts_with("some weights are negative: rows without a sign take"));
    CHECK(remarks_of("source,target,weight\nA,C,3\nA,B,-9\n").find("--missing=-9") != std::string::npos);
    CHECK(failure("source,target,sign,weight\nA,B,+,-2\n").starts_with("the weight '-2' is negative, but"));
}

TEST_CASE(
    "the column called type is the direction of events where all its cells say one, else the relation") {
    AggregateOptions keep;
    keep.cells.by_relation = true;
    CHECK(ties_of("source,target,Type\nA,B,Directed\nA,C,gerichtet\nA,D,\n", keep) ==
          "A,B,,,1,true,,,,1,0,0,1,0\nA,C,,,1,true,,,,1,0,0,1,0\nA,D,,,1,false,,,,1,0,0,1,0\n");
    CHECK(ties_of("source,target,Type\nA,B,Directed\nA,C,war\n", keep) ==
          "A,B,Directed,,1,false,,,,1,0,0,1,0\nA,C,war,,1,false,,,,1,0,0,1,0\n");
}

TEST_CASE("a column called date that holds no date leaves it to the next one, and is told if there is none") {
    CHECK(ties_of("source,target,date,year\nA,B,,2001\nA,B,,2001\n") ==
          "A,B,,,2,false,2001,2001,,2,0,0,2,0\n");
    CHECK(ties_of("source,target,date,year\nA,B,x,2001\n") == "A,B,,,1,false,2001,2001,,1,0,0,1,0\n");
    CHECK(remarks_of("source,target,year\nA,B,x1\n").starts_with("the column 'year' dates no tie"));
    CHECK(failure("source,target,date\nA,B,2001\nA,B,soon\n").starts_with("'soon' is no date of the form"));
    CHECK(failure("source,target,date\nA,B,13/03/2020\n").find("--dates dmy") != std::string::npos);
}

TEST_CASE(
    "sources of events stand beside from and to, and what is wrong with a header or a cell is refused") {
    CHECK(ties_of("from,to,source\nA,B,s1\n") == "A,B,,,1,false,,,s1,1,0,0,1,0\n");
    CHECK(failure("source,target,target\nA,B,C\n").find("is there twice") != std::string::npos);
    CHECK(failure("source,target,\nA,B,C\n").find("has no name") != std::string::npos);
    CHECK(failure("source,target,directed\nA,B,vielleicht\n").find("true or false") != std::string::npos);
    CHECK(failure("source,target\nA,\n").starts_with("the target of this tie is empty"));
    AggregateOptions chosen;
    chosen.read.columns = {{"weight", "Size"}};
    CHECK_THROWS_WITH(ties_of("source,target\nA,B\n", chosen),
                      Catch::Contains("--columns: no file has a column 'Size'"));
    chosen.read.columns = {{"wait", "source"}};
    CHECK_THROWS_WITH(ties_of("source,target\nA,B\n", chosen), Catch::Contains("--columns"));
}

TEST_CASE("the actors of events may be those of a file alone, with its labels") {
    const Folder folder(Files{{"actors.csv", "id,label,kind\nA,Albania,state\nB,B,state\n"},
                              {"known.csv", "source,target\nA,B\n"},
                              {"other.csv", "source,target\nA,Bb\n"}});
    AggregateOptions options;
    options.read.actors_file = folder / "actors.csv";
    options.read.data = {folder / "known.csv"};
    std::string actors;
    write_actors(aggregate(options, {}), [&](std::string_view text) { actors += text; });
    CHECK(actors == "id,label,kind,events,first,last\nA,Albania,state,1,,\nB,,state,1,,\n");
    options.read.data = {folder / "other.csv"};
    CHECK_THROWS_WITH(aggregate(options, {}), Catch::Contains("no actor has the id 'Bb'; did you mean 'B'?"));
    options.read.add_missing_actors = true;
    CHECK(aggregate(options, {}).totals().actors == 2);
}

TEST_CASE("events of a data set take decimal marks, orders of days and a sign from the options as well") {
    const Folder folder(
        Files{{"gephi.csv", "Source;Target;Type;Id;Label;Weight;Timestamp\nA;B;Directed;1;;1,5;3/4/2020\n"},
              {"signs.csv", "Source,Target,Type,Id,Label,Weight\nA,B,Directed,1,,2\nA,C,Directed,2,,-1\n"}});
    for (const char* file : {"gephi.csv", "signs.csv"}) {
        ReadOptions options;
        options.preset = "gephi";
        options.cells = {.decimal = ',', .dates = DateOrder::dmy, .sign = Sign::negative};
        options.data = {folder / file};
        CHECK(sums_of_aggregate(options) == sums_of_reader(options));
    }
}

TEST_CASE("times that are numbers leave events undated, as every command reads them") {
    CHECK(ties_of("onset,terminus,tail,head\n1,2.5,1,2\n3,4,1,2\n") == "1,2,,,2,true,,,,2,0,0,2,0\n");
    CHECK(ties_of("onset,terminus,tail,head\n1991,1993,1,2\n") == "1,2,,,1,true,1991,1992,,1,0,0,1,0\n");
}

TEST_CASE("rows of a data set without a sign take that of their weight where one is negative") {
    const std::string preset =
        "name = \"made-up\"\n[[signature]]\nall = [\"party_a\", \"party_b\"]\n[party.a]\ncolumn = "
        "\"party_a\"\n[party.b]\ncolumn = \"party_b\"\n[[tie]]\nsource = \"a\"\ntarget = \"b\"\n"
        "required = true\nweight = \"size\"\n";
    const Folder folder(
        Files{{"made-up.toml", preset}, {"a.csv", "party_a,party_b,size\nA,B,2\nA,C,-3\nA,D,0\n"}});
    ReadOptions options;
    options.preset = folder / "made-up.toml";
    options.data = {folder / "a.csv"};
    const Sums sums = sums_of_aggregate(options);
    CHECK(sums == sums_of_reader(options));
    CHECK(sums.contains({"A", "B", false, Sign::positive}));
}

TEST_CASE("a self-tie of events is kept from every format") {
    const Folder folder(
        Files{{"loops.csv", "source,target\nA,A\nA,B\n"},
              {"loops.gml",
               "graph [ node [ id 1 label \"A\" ] node [ id 2 label \"B\" ] "
               "edge [ source 1 target 1 ] edge [ source 1 target 2 ] ]"},
              {"loops.json", R"({"nodes":[{"id":"A"},{"id":"B"}],"links":[{"source":"A","target":"A"},)"
                             R"({"source":"A","target":"B"}]})"}});
    for (const char* file : {"loops.csv", "loops.gml", "loops.json"}) {
        AggregateOptions options;
        options.read.data = {folder / file};
        CHECK(aggregate(options, {}).totals().ties == 2);
    }
}

TEST_CASE("a table between blanks and JSON on one line are read by their formats, not as rows of text") {
    CHECK(
        ties_of(
            "Source Target Type timeset\nFred Alice Directed 2016-02-03\nAlice Fred Directed 2016-03-04\n") ==
        "Fred,Alice,,,1,true,2016-02-03,2016-02-03,,1,0,0,1,0\n"
        "Alice,Fred,,,1,true,2016-03-04,2016-03-04,,1,0,0,1,0\n");
    CHECK(ties_of(
              R"({"elements":[{"_id":"a"},{"_id":"b"}],"connections":[{"_id":"c","from":"a","to":"b"}]})") ==
          "a,b,,,1,false,,,,1,0,0,1,0\n");
    CHECK(
        ties_of(
            R"({"nodes":[{"id":"x, source, target, y"},{"id":"b"}],"links":[{"source":"b","target":"b"}]})") ==
        "b,b,,,1,false,,,,1,0,0,1,0\n");
}
