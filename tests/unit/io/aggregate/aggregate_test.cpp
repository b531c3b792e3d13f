// Events into ties: sums against a count by hand, the same bytes for any threads and any split into parts.
#include "io/aggregate/aggregate.hpp"

#include <fmt/format.h>

#include <catch2/catch.hpp>
#include <map>
#include <string>
#include <tuple>
#include <vector>

#include "base/file.hpp"
#include "base/random.hpp"
#include "io/aggregate/parts.hpp"
#include "io/csv/record_scanner.hpp"
#include "support/reading.hpp"

using namespace entente;
using namespace entente::io;
using entente::test::Folder;

namespace {

using Files = std::map<std::string, std::string>;

struct Texts {
    std::string ties, actors, ledger, citations;
    bool operator==(const Texts&) const = default;
};

Texts texts_of(const Aggregate& aggregate) {
    Texts texts;
    write_ties(aggregate, [&](std::string_view text) { texts.ties += text; }, {});
    write_actors(aggregate, [&](std::string_view text) { texts.actors += text; });
    write_ledger(aggregate, [&](std::string_view text) { texts.ledger += text; });
    write_citations(aggregate, [&](std::string_view text) { texts.citations += text; });
    return texts;
}

Texts run(const std::vector<std::string>& files, AggregateOptions options = {}, unsigned threads = 1) {
    options.read.data = files;
    const Aggregate result = aggregate(options, {.threads = threads});
    const AggregateLedger& ledger = result.ledger();
    std::uint64_t rows = ledger.rows_giving;
    for (const auto& [reason, count] : ledger.left_out) rows += count;
    CHECK(rows == ledger.rows);
    return texts_of(result);
}

std::string ties_of(const std::string& text, AggregateOptions options = {}) {
    const Folder folder(Files{{"events.csv", text}});
    const std::string ties = run({folder / "events.csv"}, std::move(options)).ties;
    return ties.substr(ties.find('\n') + 1);
}

std::string failure(const std::string& text, AggregateOptions options = {}) {
    const Folder folder(Files{{"events.csv", text}});
    options.read.data = {folder / "events.csv"};
    try {
        aggregate(options, {});
    } catch (const Error& error) {
        if (error.diagnostics().empty()) return error.what();
        std::string all;
        for (Diagnostic diagnostic : error.diagnostics()) {
            diagnostic.spot.file = "events.csv";
            diagnostic.excerpt.clear();
            all += to_string(diagnostic) + "\n";
        }
        return all;
    }
    return "";
}

// Made-up events: few actors, so that cells fill, some without a second actor, names that need quotes.
std::string made_up(std::size_t rows, std::uint64_t seed) {
    Random random(seed);
    const std::vector<std::string> names{"Army", "Band", "\"Council, the\"", "Déjà", "E",
                                         "F",    "G",    "\"H \"\"x\"\"\""};
    const std::vector<std::string> types{"Battles", "Protests", "Strategic developments"};
    std::string text = "event_date,event_type,sub_event_type,actor1,assoc_actor_1,actor2,source\n";
    for (std::size_t i = 0; i < rows; ++i) {
        const std::size_t type = random.below(3);
        text += fmt::format("{}-{:02}-{:02},{},{},{},,{},Paper {}\n", 2000 + random.below(6),
                            1 + random.below(12), 1 + random.below(28), types[type],
                            type == 2 && random.below(2) == 0 ? "Agreement" : "x", names[random.below(8)],
                            random.below(7) == 0 ? "" : names[random.below(8)], random.below(9));
    }
    return text;
}

}  // namespace

TEST_CASE("events of a pair, sign and year add up to one tie with the days seen") {
    CHECK(ties_of(
              "source,target,sign,date,citation\na,b,-,2001-03-04,x\nb,a,-,2001-11-05,y\na,b,+,2001-05-05,x\n"
              "a,b,-,2003-01-01,x\na,c,,2001-01-01,\n") ==
          "a,b,,-,2,false,2001-03-04,2001-11-05,x;y,2,0,2,0,-2\n"
          "a,b,,+,1,false,2001-05-05,2001-05-05,x,1,1,0,0,1\n"
          "a,b,,-,1,false,2003-01-01,2003-01-01,x,1,0,1,0,-1\n"
          "a,c,,,1,false,2001-01-01,2001-01-01,,1,0,0,1,0\n");
}

TEST_CASE("directed events keep their direction, relations are kept when asked for") {
    const std::string events =
        "source,target,relation,directed,date\na,b,visit,true,2001-01-01\nb,a,visit,true,2001-01-02\na,b,"
        "call,true,2001-01-03\n";
    CHECK(ties_of(events) ==
          "a,b,,,2,true,2001-01-01,2001-01-03,,2,0,0,2,0\nb,a,,,1,true,2001-01-02,2001-01-02,,1,0,0,1,0\n");
    CHECK(ties_of(events, {.cells = {.by_relation = true}}) ==
          "a,b,visit,,1,true,2001-01-01,2001-01-01,,1,0,0,1,0\nb,a,visit,,1,true,2001-01-02,2001-01-02,,1,0,"
          "0,1,0\n"
          "a,b,call,,1,true,2001-01-03,2001-01-03,,1,0,0,1,0\n");
}

TEST_CASE("weights are summed exactly, whatever their order") {
    const std::string events =
        "source,target,sign,weight,date\na,b,+,0.1,2001-01-01\na,b,+,0.2,2001-01-02\na,b,-,0.3,2001-01-03\n";
    CHECK(ties_of(events, {.weight = CellWeight::sum}) ==
          "a,b,,+,0.3,false,2001-01-01,2001-01-02,,2,2,0,0,0.3\na,b,,-,0.3,false,2001-01-03,2001-01-03,,1,0,"
          "1,0,-0.3\n");
    CHECK(ties_of(events, {.cells = {.by_sign = false}, .weight = CellWeight::sum}) ==
          "a,b,,,0,false,2001-01-01,2001-01-03,,3,2,1,0,0\n");
    CHECK(ties_of(events, {.cells = {.by_sign = false}}) ==
          "a,b,,,0,false,2001-01-01,2001-01-03,,3,2,1,0,0\n");
    CHECK(ties_of(events, {.weight = CellWeight::mean}).starts_with("a,b,,+,0.15,"));
    CHECK(failure("source,target,weight\na,b,x\n") ==
          "events.csv:2:5: error: the weight must be a plain decimal number such as 2 or 0.5, not 'x'\n");
    CHECK(failure("source,target,weight\na,b,1e13\n") ==
          "events.csv:2:5: error: the weight must be a plain number of at most twelve digits, not '1e13'\n");
    CHECK(failure("source,target,weight\na,b,9000000000000\na,b,9000000000000\n")
              .starts_with("the weights of a tie add up"));
}

TEST_CASE("a net sign is that of the net strength, and the weight its size, whatever --weight is") {
    const std::string rows =
        "source,target,sign,weight,date\na,b,+,1,2001-01-01\na,b,+,1,2001-01-02\na,b,-,5,2001-01-03\n"
        "a,c,+,2,2001\na,c,-,1,2001\na,c,-,1,2001\nb,c,,9,2001\n";
    const auto net = [&](CellWeight weight) {
        return ties_of(rows, {.cells = {.by_sign = false}, .weight = weight});
    };
    const std::string size_of_balance =
        "a,b,,-,3,false,2001-01-01,2001-01-03,,3,2,1,0,-3\na,c,,,0,false,2001,2001,,3,1,2,0,0\n"
        "b,c,,,0,false,2001,2001,,1,0,0,1,0\n";
    CHECK(net(CellWeight::count) == size_of_balance);
    CHECK(net(CellWeight::sum) == size_of_balance);
    CHECK(net(CellWeight::mean).starts_with("a,b,,-,1,false,2001-01-01,2001-01-03,,3,2,1,0,-3\na,c,,,0,"));
    // The ledger counts the same signs.
    const Folder folder(Files{{"events.csv", rows}});
    AggregateOptions options{.cells = {.by_sign = false}};
    options.read.data = {folder / "events.csv"};
    const AggregateTotals totals = aggregate(options, {}).totals();
    CHECK(totals.negative == 1);
    CHECK(totals.positive == 0);
    CHECK(totals.unsaid == 2);
}

TEST_CASE("a pair without direction stands as its first event of all names it") {
    const std::string header = "source,target,sign,directed,date\n";
    const std::string first = header + "a,b,+,,2001\nc,b,+,,2001\n",
                      second =
                          header + "b,c,-,,2002\nb,a,+,,2001\nb,c,+,,2005\nc,a,+,true,2001\na,c,-,,2001\n";
    const Folder folder(
        {{"1.csv", first}, {"2.csv", second}, {"all.csv", first + second.substr(header.size())}});
    const Texts whole = run({folder / "all.csv"});
    CHECK(whole.ties.substr(whole.ties.find('\n') + 1) ==
          "a,b,,+,2,false,2001,2001,,2,2,0,0,2\nc,b,,+,1,false,2001,2001,,1,1,0,0,1\n"
          "c,b,,-,1,false,2002,2002,,1,0,1,0,-1\nc,b,,+,1,false,2005,2005,,1,1,0,0,1\n"
          "c,a,,+,1,true,2001,2001,,1,1,0,0,1\na,c,,-,1,false,2001,2001,,1,0,1,0,-1\n");
    std::map<std::string, std::string> parts;
    for (const std::string part : {"1", "2"}) {
        const Texts texts = run({folder / (part + ".csv")});
        parts.emplace(part + "/ties.csv", texts.ties);
        parts.emplace(part + "/actors.csv", texts.actors);
        parts.emplace(part + "/ledger.csv", texts.ledger);
        parts.emplace(part + "/citations.csv", texts.citations);
    }
    CHECK(parts.at("2/ties.csv").find("b,c,,-,1") != std::string::npos);  // in the part by itself
    const Folder made(parts);
    CHECK(run({made / "1", made / "2"}, {.combine = true}) == whole);
}

TEST_CASE("weights in millionths, in and out") {
    for (const auto& [text, weight] : std::map<std::string, std::int64_t>{{"1", 1000000},
                                                                          {"-2.5", -2500000},
                                                                          {"0.000001", 1},
                                                                          {"+3", 3000000},
                                                                          {"1e3", 1000000000},
                                                                          {".5", 500000}})
        CHECK(parse_weight(text) == weight);
    for (const char* text : {"", "x", "1,5", "nan", "1e13", "1.2.3", "--1"})
        CHECK_FALSE(parse_weight(text).has_value());
    CHECK(weight_text(-2500000) == "-2.5");
    CHECK(weight_text(1) == "0.000001");
    CHECK(weight_text(7000000) == "7");
}

TEST_CASE("neighboring periods join, a gap splits, unless more is allowed or none at all") {
    const std::string events =
        "source,target,date\na,b,2001-03-01\na,b,2002-01-01\na,b,2004-06-06\na,b,2002-12-31\n";
    CHECK(ties_of(events) ==
          "a,b,,,3,false,2001-03-01,2002-12-31,,3,0,0,3,0\na,b,,,1,false,2004-06-06,2004-06-06,,1,0,0,1,0\n");
    CHECK(ties_of(events, {.join = 1}) == "a,b,,,4,false,2001-03-01,2004-06-06,,4,0,0,4,0\n");
    CHECK(ties_of(events, {.join = std::nullopt}) ==
          "a,b,,,1,false,2001-03-01,2001-03-01,,1,0,0,1,0\na,b,,,2,false,2002-01-01,2002-12-31,,2,0,0,2,0\n"
          "a,b,,,1,false,2004-06-06,2004-06-06,,1,0,0,1,0\n");
    CHECK(ties_of(events, {.cells = {.by = PeriodKind::all}}) ==
          "a,b,,,4,false,2001-03-01,2004-06-06,,4,0,0,4,0\n");
}

TEST_CASE("a tie that lasts keeps its first and last day, and a first or last day is as exact as its event") {
    CHECK(ties_of("source,target,start,end\na,b,1901-05-01,1905-03-01\nc,d,,1905\ne,f,1903,\n"
                  "g,h,1902-05,1902-05\ng,h,1902-06-10,1902-06-10\n",
                  {}) ==
          "a,b,,,1,false,1901-05-01,1905-03-01,,1,0,0,1,0\n"
          "c,d,,,1,false,1905,1905,,1,0,0,1,0\n"
          "e,f,,,1,false,1903,1903,,1,0,0,1,0\n"
          "g,h,,,2,false,1902-05,1902-06-10,,2,0,0,2,0\n");
}

TEST_CASE("weights are summed in millionths: finer ones are rounded and counted, smaller ones refused") {
    CHECK(ties_of("source,target,weight\na,b,0.0000014\na,b,1e-3\n", {.weight = CellWeight::sum}) ==
          "a,b,,,0.001001,false,,,,2,0,0,2,0\n");
    CHECK_THROWS_WITH(ties_of("source,target,weight\na,b,0.0000004\n", {}),
                      Catch::Contains("less than half a millionth"));
}

TEST_CASE("an event dated less exactly than the periods stands in the narrowest that holds it") {
    CHECK(ties_of("source,target,start,end\na,b,2001,2001\na,b,2001-05,2001-05\na,b,2001-05-06,2001-05-06\n"
                  "a,b,2001-04-30,2001-05-01\na,b,2000-12-31,2001-01-01\na,b,,\n",
                  {.cells = {.by = PeriodKind::month}}) ==
          "a,b,,,1,false,2001,2001,,1,0,0,1,0\na,b,,,2,false,2001-05,2001-05,,2,0,0,2,0\n"
          "a,b,,,1,false,2001-04-30,2001-05-01,,1,0,0,1,0\n"
          "a,b,,,2,false,2000-12-31,2001-01-01,,2,0,0,2,0\n");
    CHECK(ties_of("source,target,date\na,b,2001-05-06\na,b,2001-05-07\n",
                  {.cells = {.by = PeriodKind::week}, .join = std::nullopt}) ==
          "a,b,,,1,false,2001-05-06,2001-05-06,,1,0,0,1,0\na,b,,,1,false,2001-05-07,2001-05-07,,1,0,0,1,0\n");
    CHECK(ties_of("source,target,date\na,b,1969-12-29\na,b,1970-01-04\n",
                  {.cells = {.by = PeriodKind::week}}) == "a,b,,,2,false,1969-12-29,1970-01-04,,2,0,0,2,0\n");
}

TEST_CASE(
    "the first citations are kept and the others counted; ties of few events are left out and counted") {
    CHECK(ties_of("source,target,citation\na,b,x\na,b,y;z\na,b,x\na,b,w\n", {.cells = {.citations = 2}}) ==
          "a,b,,,4,false,,,x;y;+2,4,0,0,4,0\n");
    CHECK(ties_of("source,target,citation\na,b,x\n", {.cells = {.citations = 0}}) ==
          "a,b,,,1,false,,,,1,0,0,1,0\n");
    const Folder folder(Files{{"events.csv", "source,target\na,b\na,b\na,c\n"}});
    const Texts texts = run({folder / "events.csv"}, {.least_events = 2});
    CHECK(texts.ties.substr(texts.ties.find('\n') + 1) == "a,b,,,2,false,,,,2,0,0,2,0\n");
    CHECK(texts.actors == "id,label,kind,events,first,last\na,,,3,,\nb,,,2,,\n");
    CHECK(texts.ledger.find("events,of ties with too few,1\n") != std::string::npos);
}

TEST_CASE("dates of doubt, of decades and with times are added up as any table reads them") {
    CHECK(ties_of(
              "source,target,start,end\na,b,1984?,c. 1984\nb,c,198X,1989\nc,d,1985-05-06T10:00:00Z,present\n",
              {.cells = {.by = PeriodKind::all}}) ==
          ties_of("source,target,start,end\na,b,1984,1984\nb,c,[1980..1989],1989\nc,d,1985-05-06,\n",
                  {.cells = {.by = PeriodKind::all}}));
}

TEST_CASE("rows whose actor is one of the missing words are left out of a sum, with or without a preset") {
    AggregateOptions options;
    options.read.cells.missing = {"unknown", "na"};
    const Folder folder(Files{
        {"plain.csv", "source,target,date\na,b,2001\na,Unknown,2001\nNA,b,2001\n"},
        {"acled.csv",
         "event_id_cnty,event_date,event_type,sub_event_type,actor1,assoc_actor_1,actor2\n"
         "A1,2001-01-01,Battles,x,a,,b\nA2,2001-01-02,Riots,x,a,,UNKNOWN\nA3,2001-01-03,Riots,x,n/a,,b\n"}});
    const Texts plain = run({folder / "plain.csv"}, options), acled = run({folder / "acled.csv"}, options);
    CHECK(plain.actors.find("nknown") == std::string::npos);
    CHECK(plain.ledger.find("no source or target,2") != std::string::npos);
    CHECK(acled.actors.find("UNKNOWN") == std::string::npos);
    CHECK(acled.ledger.find("no second actor,1") != std::string::npos);
    CHECK(acled.ledger.find("no first actor,1") != std::string::npos);
}

TEST_CASE("counts are those of a plain count over the rows") {
    const std::string text = made_up(3000, 7);
    const Folder folder(Files{{"events.csv", text}});
    AggregateOptions options{.join = std::nullopt};
    options.read.data = {folder / "events.csv"};
    const Aggregate result = aggregate(options, {.threads = 2});
    // Counted by hand: pair without direction, sign of the event type, year.
    std::map<std::tuple<std::string, std::string, std::string, std::string>, std::uint64_t> expected;
    std::uint64_t without = 0, events = 0;
    const TableForm form{.delimiter = ',', .width = 7};
    for (std::size_t at = text.find('\n') + 1; at < text.size();) {
        const std::size_t end = RecordScanner::end_of_record(std::string_view(text).substr(at), form);
        const auto cells = *RecordScanner::cells_of(std::string_view(text).substr(at, end), form);
        at += end;
        if (cells[5].empty()) {
            ++without;
            continue;
        }
        const std::string sign = cells[1] == "Battles" ? "-" : cells[2] == "Agreement" ? "+" : "";
        ++expected[{std::min(cells[3], cells[5]), std::max(cells[3], cells[5]), sign, cells[0].substr(0, 4)}];
        ++events;
    }
    std::size_t ties = 0;
    std::uint64_t summed = 0;
    result.each_tie(
        [&](const AggregateTie& tie) {
            const std::string a(tie.source), b(tie.target);
            const std::string sign = tie.sign == Sign::positive ? "+" : tie.sign == Sign::negative ? "-" : "";
            CHECK(expected.at({std::min(a, b), std::max(a, b), sign, tie.dates.start.substr(0, 4)}) ==
                  tie.events);
            ++ties;
            summed += tie.events;
        },
        {});
    CHECK(ties == expected.size());
    CHECK(summed == events);
    CHECK(result.totals().events == events);
    CHECK(result.ledger().left_out.at(0) ==
          std::pair<std::string, std::uint64_t>("no second actor", without));
}

TEST_CASE("parts added up give the bytes of one run, for every setting that adds up") {
    const std::string all = made_up(4000, 3);
    const std::string header = all.substr(0, all.find('\n') + 1);
    // Cut at two lines: three files with the same header.
    std::vector<std::string> files(3, header);
    std::size_t line = 0;
    for (std::size_t at = header.size(); at < all.size(); ++line) {
        const std::size_t end = all.find('\n', at) + 1;
        files[line < 900 ? 0 : line < 2500 ? 1 : 2] += all.substr(at, end - at);
        at = end;
    }
    const Folder folder({{"1.csv", files[0]}, {"2.csv", files[1]}, {"3.csv", files[2]}, {"all.csv", all}});
    std::vector<AggregateOptions> settings;
    for (const PeriodKind by :
         {PeriodKind::all, PeriodKind::year, PeriodKind::quarter, PeriodKind::month, PeriodKind::week})
        for (const std::optional<std::uint64_t> join :
             {std::optional<std::uint64_t>(), std::optional<std::uint64_t>(0),
              std::optional<std::uint64_t>(2)})
            for (const bool apart : {true, false})
                settings.push_back(
                    {.cells = {.by_sign = apart, .by_relation = by == PeriodKind::month, .by = by},
                     .weight = by == PeriodKind::quarter ? CellWeight::sum : CellWeight::count,
                     .join = join});
    for (const AggregateOptions& options : settings) {
        std::map<std::string, std::string> parts;
        for (int part = 1; part <= 3; ++part) {
            const Texts texts = run({folder / fmt::format("{}.csv", part)}, options);
            parts.emplace(fmt::format("{}/ties.csv", part), texts.ties);
            parts.emplace(fmt::format("{}/actors.csv", part), texts.actors);
            parts.emplace(fmt::format("{}/ledger.csv", part), texts.ledger);
            parts.emplace(fmt::format("{}/citations.csv", part), texts.citations);
        }
        const Folder made(parts);
        AggregateOptions adding{.combine = true};
        for (const std::uint64_t least : {1U, 4U}) {
            AggregateOptions whole = options;
            whole.least_events = adding.least_events = least;
            CHECK(run({made / "1", made / "2", made / "3"}, adding) == run({folder / "all.csv"}, whole));
        }
    }
}

TEST_CASE("parts with ties that last and dates of every exactness add up to the bytes of one run") {
    const std::string header = "source,target,sign,start,end,citation\n";
    const std::string first = header +
                              "a,b,+,1901-05-01,1905-03-01,s1\na,b,+,1901,1901,s2\nb,c,-,1902-05,1902-05,s1\n"
                              "c,d,+,1903-01-02,1903-01-02,s3\n";
    const std::string second = header +
                               "a,b,+,1901-06,1904-02-03,s4\nb,c,-,1902-05-06,1902-05-06,s2\nb,c,-,,1903,s5\n"
                               "c,d,+,1904-12-31,,s6\n";
    const Folder folder(
        {{"1.csv", first}, {"2.csv", second}, {"all.csv", first + second.substr(header.size())}});
    for (const PeriodKind by :
         {PeriodKind::all, PeriodKind::year, PeriodKind::quarter, PeriodKind::month, PeriodKind::week}) {
        const AggregateOptions options{.cells = {.by = by}};
        std::map<std::string, std::string> parts;
        for (const char* const part : {"1", "2"}) {
            const Texts texts = run({folder / (std::string(part) + ".csv")}, options);
            parts.emplace(std::string(part) + "/ties.csv", texts.ties);
            parts.emplace(std::string(part) + "/actors.csv", texts.actors);
            parts.emplace(std::string(part) + "/ledger.csv", texts.ledger);
            parts.emplace(std::string(part) + "/citations.csv", texts.citations);
        }
        const Folder made(parts);
        CHECK(run({made / "1", made / "2"}, {.combine = true}) == run({folder / "all.csv"}, options));
    }
}

TEST_CASE("folders that were combined combine again, to the bytes of one run with every citation") {
    const std::string header = "source,target,start,end,citation\n";
    Random random(5);
    for (int round = 0; round < 120; ++round) {
        std::string all = header;
        std::map<std::string, std::string> files;
        for (const char* part : {"0", "1", "2"}) {
            std::string text = header;
            for (std::uint64_t row = 1 + random.below(4); row > 0; --row) {
                const std::string month = fmt::format("200{}-{:02}", random.below(3), 1 + random.below(12));
                const std::string line =
                    fmt::format("A,{},{},{},{}\n", random.below(5) == 0 ? "C" : "B", month,
                                random.below(6) == 0 ? "2003" : month,
                                random.below(3) == 0 ? std::string() : fmt::format("s{}", random.below(9)));
                text += line, all += line;
            }
            files.emplace(std::string(part) + ".csv", text);
        }
        files.emplace("all.csv", all);
        const Folder folder(files);
        const AggregateOptions options{
            .cells = {.by = round % 2 == 0 ? PeriodKind::year : PeriodKind::quarter,
                      .citations = 1 + static_cast<std::uint64_t>(round) % 3},
            .join = static_cast<std::uint64_t>(round) % 4};
        const auto folder_of = [](const Texts& texts) {
            return Folder(Files{{"ties.csv", texts.ties},
                                {"actors.csv", texts.actors},
                                {"ledger.csv", texts.ledger},
                                {"citations.csv", texts.citations}});
        };
        const Texts whole = run({folder / "all.csv"}, options);
        const Folder first = folder_of(run({folder / "0.csv"}, options)),
                     second = folder_of(run({folder / "1.csv"}, options)),
                     third = folder_of(run({folder / "2.csv"}, options));
        INFO(all);
        CHECK(run({first.path(), second.path(), third.path()}, {.combine = true}) == whole);
        const Folder early = folder_of(run({first.path(), second.path()}, {.combine = true}));
        CHECK(run({early.path(), third.path()}, {.combine = true}) == whole);
        const Folder late = folder_of(run({second.path(), third.path()}, {.combine = true}));
        CHECK(run({first.path(), late.path()}, {.combine = true}) == whole);
        CHECK(run({folder_of(whole).path()}, {.combine = true}) == whole);
    }
}

TEST_CASE("the first day of a period is the first that falls in it") {
    for (const PeriodKind kind : {PeriodKind::week, PeriodKind::month, PeriodKind::quarter, PeriodKind::year})
        for (Day day = -800000; day < 40000; day += 97) {
            const Period32 period = period_of({day, day}, kind);
            const Day first = first_day_of(period);
            CHECK(first <= day);
            CHECK(period_of({first, first}, kind) == period);
            CHECK_FALSE(period_of({first - 1, first - 1}, kind) == period);
        }
}

TEST_CASE("the same bytes for any number of threads, also where rows break lines") {
    std::string text = made_up(30000, 11);
    text += "2005-01-01,Battles,x,\"A\nB\",,\"C\n\nD\",\"two\nlines\"\n" +
            made_up(30000, 12).substr(text.find('\n') + 1);
    const Folder folder(Files{{"events.csv", text}});
    const Texts one = run({folder / "events.csv"}, {}, 1);
    CHECK(one.ties.find("\"A\nB\"") != std::string::npos);
    CHECK(run({folder / "events.csv"}, {}, 3) == one);
}

TEST_CASE("what is wrong with a row is told with its place, and nothing comes out") {
    CHECK(
        failure("source,target,start,end\na,b,2001-02-30,\n\na,b\na,\"b\",2001,next year\na,b,2005,2001\n") ==
        "events.csv:2:5: error: '2001-02-30' is no date of the form YYYY, YYYY-MM or YYYY-MM-DD; "
        "2001-02 has no day 30\n"
        "events.csv:4:4: error: this row has 2 cells, the header has 4; add the missing cells; empty ones "
        "count\n"
        "events.csv:5:12: error: 'next year' is no date of the form YYYY, YYYY-MM or YYYY-MM-DD; write for "
        "example 1904, 1904-04 or 1904-04-08\n"
        "events.csv:6:10: error: the end '2001' is before the start '2005'; swap or correct them\n");
    CHECK(failure("source,target\na,k\xF6ln\n").find("events.csv:2:4: error: the byte F6 is not UTF-8") == 0);
    CHECK(failure("source,target\na,\"b\n").find("is not closed") != std::string::npos);
    CHECK(failure("source,target,sign\na,b,maybe\n").find("the sign must be + or -, not 'maybe'") !=
          std::string::npos);
    CHECK(failure("source,target\na,b\n", {.cells = {.memory = 1000}}).find("--combine") !=
          std::string::npos);
}

TEST_CASE("rows of a data set are refused at the cell that is wrong, with what to do") {
    const std::string header =
        "event_id_cnty,event_date,event_type,sub_event_type,actor1,assoc_actor_1,actor2\n";
    CHECK(failure(header + "A1,2001-01-01,Battles,x,\"a, the\",\n") ==
          "events.csv:2:34: error: this row has 6 cells, the header has 7; add the missing cells; empty ones "
          "count\n");
    CHECK(failure(header + "A1,2001-01-01,Battles,x,a,,b,c\r\nA1,2001-01-01,Battles,x,a,,b,,\r\n") ==
          "events.csv:2:30: error: this row has 8 cells, the header has 7; put a cell that contains the "
          "delimiter in quotes, or remove what is too much\n"
          "events.csv:3:30: error: this row has 9 cells, the header has 7; what is too much is empty: remove "
          "the delimiters at the end of the line\n");
    CHECK(
        failure(header + "A1,2001-02-30,Battles,x,a,,b\n") ==
        "events.csv:2:4: error: '2001-02-30' is no date of the form YYYY, YYYY-MM or YYYY-MM-DD; 2001-02 has "
        "no day 30\n");
    const std::string stays =
        "id,entity1_id,entity2_id,category_id,start_date,end_date,is_current\n1,5,6,1,2001,1991-13,\n"
        "2,5,6,1,2001,1991,\n";
    AggregateOptions littlesis;
    littlesis.read.preset = "littlesis";
    CHECK(failure(stays, littlesis) ==
          "events.csv:2:14: error: '1991-13' is no date of the form YYYY, YYYY-MM or YYYY-MM-DD; there is no "
          "month 13\n"
          "events.csv:3:14: error: the end '1991' is before the start '2001'; swap or correct them\n");
}

TEST_CASE("a scanner takes nothing beyond the end of a piece for a blank between cells") {
    std::string seen;
    RecordScanner scanner({.delimiter = ' ', .width = 2}, {0, 1});
    scanner.scan(
        "a b\nc d",
        [&](std::span<const std::string_view> cells, std::uint64_t) {
            seen += fmt::format("{}|{};", cells[0], cells[1]);
        },
        [&](const RecordFault& fault) { seen += fault.message; });
    CHECK(seen == "a|b;c|d;");
}

TEST_CASE("presets that join rows, and files of other formats, are added up as well") {
    CHECK(ties_of("ccode1,ccode2,year,atop_defense\n2,20,1942,1\n20,2,1943,1\n2,20,1950,1\n",
                  {.cells = {.by = PeriodKind::all}}) == "2,20,,+,2,false,1942,1950,,2,2,0,0,2\n");
    const Folder set(
        {{"ties.csv", "source,target,relation,start,end\na,b,war,1901,1901\na,b,war,1901,1901\n"},
         {"actors.csv", "id,label,kind\na,Albania,state\nb,B,state\n"},
         {"relations.csv", "relation,sign\nwar,-\n"}});
    const Texts texts = run({set.path()});
    CHECK(texts.ties.ends_with("a,b,,-,2,false,1901,1901,,2,0,2,0,-2\n"));
    CHECK(texts.actors.ends_with(
        "a,Albania,state,2,1901-01-01,1901-12-31\nb,B,state,2,1901-01-01,1901-12-31\n"));
}

TEST_CASE("a scanner sees the same cells as a plain split, at every length") {
    for (std::size_t length = 0; length < 200; ++length) {
        const std::string long_cell(length, 'x');
        const std::string text =
            long_cell + ",b,\"q,\"\"" + long_cell + "\"\r\n\n1,2,3\nä," + long_cell + ",z";
        std::string seen;
        RecordScanner scanner({.delimiter = ',', .width = 3}, {2, 0});
        scanner.scan(
            text,
            [&](std::span<const std::string_view> cells, std::uint64_t line) {
                seen += fmt::format("{}:{}|{};", line, cells[0], cells[1]);
            },
            [&](const RecordFault& fault) { seen += fault.message; });
        CHECK(seen == fmt::format("0:q,\"{}|{};2:3|1;3:z|ä;", long_cell, long_cell));
        CHECK(scanner.rows() == 3);
    }
}
