// Each preset on a few made-up rows of the shape that its data set is published in.
#include <fmt/format.h>

#include <algorithm>
#include <catch2/catch.hpp>
#include <string>
#include <vector>

#include "base/text.hpp"
#include "io/presets/library.hpp"
#include "io/presets/preset_table.hpp"

using namespace entente;
using namespace entente::io;

namespace {

using Rows = std::vector<std::vector<std::string>>;

// Lines of cells separated by |, or by tabs where `separator` says so.
Rows rows_of(const std::string& text, char separator) {
    Rows rows;
    for (const std::string_view line : split(text, '\n')) {
        if (line.empty()) continue;
        rows.emplace_back();
        for (const std::string_view cell : split(line, separator)) rows.back().emplace_back(cell);
    }
    return rows;
}

struct Read {
    std::string ties;    // "a -> b relation sign weight start..end [citation]", one a line
    std::string actors;  // "id label kind", one a line
    ReadAs as;
};

std::string cell(const RawTable& table, std::size_t row, std::string_view name) {
    for (std::size_t i = 0; i < table.header().size(); ++i)
        if (table.header()[i] == name) return std::string(table.cell(row, i));
    return "";
}

std::string told(const RawTable& table, std::size_t row) {
    std::string text = cell(table, row, "source") +
                       (cell(table, row, "directed") == "true" ? " -> " : " -- ") +
                       cell(table, row, "target");
    for (const char* name : {"relation", "sign", "weight"})
        if (const std::string word = cell(table, row, name); !word.empty()) text += " " + word;
    const std::string start = cell(table, row, "start"), end = cell(table, row, "end");
    if (!start.empty() || !end.empty()) text += " " + start + ".." + end;
    if (const std::string word = cell(table, row, "citation"); !word.empty()) text += " [" + word + "]";
    return text + "\n";
}

Read read(const std::string& text, const RuleValues& rules = {}, char separator = '|') {
    const Rows rows = rows_of(text, separator);
    TableStart start{"data.csv", separator, rows.front(), {rows.begin() + 1, rows.end()}};
    const auto recognized = recognized_preset(start);
    REQUIRE(recognized.has_value());
    const Preset preset = find_preset(recognized->preset, rules);
    std::vector<std::string> header = rows.front();
    if (recognized->header_row == 0) header = headerless_names(preset, header.size());
    if (recognized->header_row == 2) header = rows[1];
    PresetTable table(preset, "data.csv", header);
    for (std::size_t row = recognized->header_row; row < rows.size(); ++row) {
        std::vector<std::string_view> cells;
        for (const std::uint32_t column : table.columns()) cells.push_back(rows[row].at(column));
        const auto line = static_cast<std::uint32_t>(row + 1);
        table.add(cells, {line, 1}, [&](std::uint32_t column) { return CellPlace{line, column + 1}; });
    }
    const PresetReading reading = table.finish();
    Read read{"", "", reading.read_as};
    for (std::size_t row = 0; row < reading.ties.size(); ++row) read.ties += told(reading.ties, row);
    for (std::size_t row = 0; row < reading.actors.size(); ++row)
        read.actors += fmt::format("{}|{}|{}\n", cell(reading.actors, row, "id"),
                                   cell(reading.actors, row, "label"), cell(reading.actors, row, "kind"));
    std::uint64_t rows_told = read.as.rows_giving_ties;
    for (const LedgerEntry& entry : read.as.left_out) rows_told += entry.rows;
    CHECK(rows_told == read.as.rows_read);
    CHECK(read.as.ties == reading.ties.size());
    return read;
}

bool says(const Read& read, std::string_view decision) {
    return std::ranges::find(read.as.decisions, decision) != read.as.decisions.end();
}

std::string preset_of(const std::string& text) { return read(text).as.preset; }

}  // namespace

TEST_CASE("every preset has a title, a source, a signature and a tie, and names its rules' choices") {
    CHECK(built_in_presets().size() >= 20);
    for (const Preset& preset : built_in_presets()) {
        CAPTURE(preset.name);
        CHECK(preset.title != preset.name);
        CHECK_FALSE(preset.url.empty());
        CHECK_FALSE(preset.about.empty());
        CHECK_FALSE(preset.ties.empty());
        CHECK((!preset.signatures.empty() || preset.headerless.least_columns > 0));
        for (const RuleChoice& rule : preset.rules) {
            CHECK_FALSE(rule.about.empty());
            CHECK(std::ranges::find(rule.choices, rule.default_value) != rule.choices.end());
        }
    }
}

TEST_CASE("the presets of published data know what programs write for an actor that is missing") {
    for (const Preset& preset : built_in_presets()) {
        CAPTURE(preset.name);
        const std::vector<std::string_view> of_programs{"gephi", "cytoscape", "nodexl",
                                                        "kumu",  "neo4j",     "networkdynamic"};
        if (std::ranges::find(of_programs, preset.name) != of_programs.end()) continue;
        for (const char* word : {"NA", "N/A", "#N/A", "NaN", "NULL", "None"}) {
            CAPTURE(word);
            CHECK(std::ranges::find(preset.missing, word) != preset.missing.end());
        }
        CHECK(std::ranges::any_of(preset.ties, &TieRule::required));
    }
}

TEST_CASE("a row without an actor is left out for that, whatever stands in the cell") {
    const std::string header =
        "event_id_cnty|event_date|event_type|sub_event_type|actor1|assoc_actor_1|actor2\n";
    const std::string first = header + "A1|2020-01-01|Battles|Armed clash|A||B\n";
    for (const char* word : {"", "NA", "n/a", "nan", "NULL", "none", "#N/A", " NA "}) {
        CAPTURE(word);
        const std::string cell(word);
        const Read second = read(first + "A2|2020-01-02|Protests|Peaceful protest|C||" + cell + "\n");
        CHECK(says(second, "1 row left out: no second actor"));
        CHECK(second.ties == "A -- B Battles - 2020-01-01..2020-01-01 [A1]\n");
        const Read without_first = read(first + "A2|2020-01-02|Protests|Peaceful protest|" + cell + "||C\n");
        CHECK(says(without_first, "1 row left out: no first actor"));
        const Read associated = read(first + "A2|2020-01-02|Protests|Peaceful protest|C|D|" + cell + "\n");
        CHECK(says(associated, "1 row more: no second actor, but another tie"));
        CHECK(associated.as.left_out.empty());
    }
}

TEST_CASE("a rule that a preset does not have is refused with each of its rules once") {
    for (const Preset& preset : built_in_presets()) {
        CAPTURE(preset.name);
        try {
            find_preset(preset.name, {{"foo", "1"}});
            FAIL("the rule was taken");
        } catch (const Error& error) {
            const std::string message = error.what();
            const std::size_t list = message.find("one of:");
            if (list == std::string::npos) continue;
            std::vector<std::string> names;
            for (std::size_t at = message.find(" sign.", list); at != std::string::npos;
                 at = message.find(" sign.", at + 1))
                names.push_back(
                    message.substr(at, std::min(message.find(" sign.", at + 1), message.size()) - at));
            std::ranges::sort(names);
            CHECK(std::adjacent_find(names.begin(), names.end()) == names.end());
        }
    }
}

TEST_CASE("ACLED: signs by event type, associates, missing words and precision") {
    const std::string rows =
        "event_date|time_precision|event_type|sub_event_type|actor1|assoc_actor_1|inter1|actor2|assoc_actor_"
        "2|"
        "inter2|source|fatalities\n"
        "28 December 2022|1|Battles|Armed clash|Army of X|Police of X; NA|1|Band Y|NA|3|Daily|2\n"
        "2022-12-03|3|Strategic developments|Agreement|Army of X|NA|1|Band Y|Elders|3|Daily|0\n"
        "2022-12-04|1|Strategic developments|Looting/property destruction|Band Y|NA|3|Army of "
        "X|NA|1|Daily|0\n"
        "2022-12-05|1|Protests|Peaceful protest|Teachers|NA|6|NA|NA|0|Daily|0\n"
        "2022-12-06|1|Protests|Peaceful protest|Teachers|Parents|6|NA|NA|0|Daily|0\n";
    const Read acled = read(rows);
    CHECK(acled.as.preset == "acled");
    CHECK(acled.ties ==
          "Army of X -- Band Y Battles - 2022-12-28..2022-12-28 [Daily]\n"
          "Army of X -- Police of X associated 2022-12-28..2022-12-28 [Daily]\n"
          "Army of X -- Band Y Strategic developments + 2022-12..2022-12 [Daily]\n"
          "Band Y -- Elders associated 2022-12..2022-12 [Daily]\n"
          "Band Y -- Army of X Strategic developments 2022-12-04..2022-12-04 [Daily]\n"
          "Teachers -- Parents associated 2022-12-06..2022-12-06 [Daily]\n");
    CHECK(acled.actors ==
          "Army of X||state\nBand Y||group\nPolice of X||\nElders||\nTeachers||protesters\nParents||\n");
    CHECK(says(acled,
               "3 events between two actors: 1 friendly, 1 hostile, 1 unsigned "
               "(--rule sign=event-type|none)"));
    CHECK(says(acled, "1 row left out: no second actor"));
    CHECK(read(rows, {{"associates", "drop"}, {"sign.looting", "-"}, {"sign.battles", "none"}}).ties ==
          "Army of X -- Band Y Battles 2022-12-28..2022-12-28 [Daily]\n"
          "Army of X -- Band Y Strategic developments + 2022-12..2022-12 [Daily]\n"
          "Band Y -- Army of X Strategic developments - 2022-12-04..2022-12-04 [Daily]\n");
    CHECK(read(rows, {{"associates", "positive"}, {"sign", "none"}}).ties.find("Battles 2022") !=
          std::string::npos);
}

TEST_CASE("a rule that the preset does not have is a wrong use, with a suggestion") {
    CHECK_THROWS_WITH(find_preset("acled", {{"asociates", "drop"}}),
                      "--rule: unknown rule 'asociates'; did you mean 'associates'? of acled");
    CHECK_THROWS_WITH(find_preset("acled", {{"associates", "friends"}}),
                      "--rule associates: unknown value 'friends'; one of: unsigned positive drop");
    CHECK_THROWS_WITH(find_preset("acled", {{"sign.battles", "bad"}}),
                      "--rule sign.battles: a sign is +, - or none, not 'bad'");
    CHECK_THROWS_WITH(find_preset("aclde", {}),
                      Catch::StartsWith("unknown preset 'aclde'; did you mean 'acled'?"));
}

namespace {

std::string gdelt_row(const std::string& date, const std::string& first, const std::string& second,
                      const std::string& quad, const std::string& goldstein, std::size_t columns) {
    std::vector<std::string> cells(columns);
    cells[0] = "1001", cells[1] = date, cells[5] = first, cells[7] = first.substr(0, 3), cells[15] = second;
    cells[17] = second.substr(0, 3), cells[28] = "19", cells[29] = quad, cells[30] = goldstein;
    cells[31] = "4";
    if (columns > 57) cells.back() = "https://example.org/1";
    return fmt::format("{}\n", fmt::join(cells, "\t"));
}

}  // namespace

TEST_CASE("GDELT of every version, without header: who, sign by QuadClass or Goldstein, countries") {
    for (const std::size_t columns : {57UL, 58UL, 61UL}) {
        const std::string rows = gdelt_row("20130401", "USAGOV", "RUSMIL", "4", "-9.5", columns) +
                                 gdelt_row("20130402", "FRA", "", "1", "1", columns) +
                                 gdelt_row("20130403", "FRAGOV", "DEU", "2", "-1", columns);
        const std::string source = columns > 57 ? " [https://example.org/1]" : "";
        const Read gdelt = read(rows, {}, '\t');
        CHECK(gdelt.as.preset == "gdelt");
        CHECK(gdelt.ties == "USAGOV -> RUSMIL Fight - 2013-04-01..2013-04-01" + source +
                                "\nFRAGOV -> DEU Fight + 2013-04-03..2013-04-03" + source + "\n");
        CHECK(gdelt.as.left_out.at(0).reason == "an actor missing");
        CHECK(read(rows, {{"sign", "goldstein"}, {"weight", "goldstein"}, {"level", "country"}}, '\t').ties ==
              "USA -> RUS Fight - 9.5 2013-04-01..2013-04-01" + source +
                  "\nFRA -> DEU Fight - 1 2013-04-03..2013-04-03" + source + "\n");
    }
}

TEST_CASE("ICEWS: the sign of Intensity, a second column Country, both parts of the citation") {
    CHECK(read("Event ID|Event Date|Source Name|Source Country|Event Text|CAMEO Code|Intensity|Target "
               "Name|Story ID|"
               "Publisher|Country|Country\n"
               "1|2018-06-01|Ministry (X)|X|Consult|040|1|Ministry (Y)|77|Gazette|X|X\n"
               "2|2018-06-02|Ministry (X)|X|Accuse|112|-2.0|Ministry (Y)|78|Gazette|X|X\n"
               "3|2018-06-02|Ministry (X)|X|Make statement|010|0|Citizen (Y)|78|Gazette|X|X\n"
               "4|2018-06-02|NA|X|Accuse|112|-2.0|Ministry (Y)|78|Gazette|X|X\n")
              .ties ==
          "Ministry (X) -> Ministry (Y) Consult + 1 2018-06-01..2018-06-01 [Gazette 77]\n"
          "Ministry (X) -> Ministry (Y) Accuse - 2.0 2018-06-02..2018-06-02 [Gazette 78]\n"
          "Ministry (X) -> Citizen (Y) Make statement 0 2018-06-02..2018-06-02 [Gazette 78]\n");
}

TEST_CASE("POLECAT: actor to recipient, several of them") {
    CHECK(read("Event ID|Event Date|Event Type|Event Mode|Intensity|Actor Name|Recipient Name|Source\n"
               "e1|2023-01-02|ACCUSE||-2.0|A; B|C|Press\ne2|2023-01-02|AGREE|meet|4.0|A|None|Press\n")
              .ties ==
          "A -> C ACCUSE - 2.0 2023-01-02..2023-01-02 [Press e1]\n"
          "B -> C ACCUSE - 2.0 2023-01-02..2023-01-02 [Press e1]\n");
}

TEST_CASE("COW alliances by dyad and directed: pledges, partial dates, open ends, mirror rows") {
    const std::string header =
        "version4id|ccode1|state_name1|ccode2|state_name2|dyad_st_day|dyad_st_month|dyad_st_year|dyad_end_"
        "day|"
        "dyad_end_month|dyad_end_year|left_censor|right_censor|defense|neutrality|nonaggression|entente|"
        "version\n";
    const std::string rows = header +
                             "7|1|Freeland|2|Westmark|1|5|1901||7|1910|0|0|1|0|1|0|4.1\n"
                             "7|2|Westmark|1|Freeland|1|5|1901||7|1910|0|0|1|0|1|0|4.1\n"
                             "9|1|Freeland|3|Easthold||-9|1950||||0|1|0|1|0|0|4.1\n";
    const Read cow = read(rows);
    CHECK(cow.as.preset == "cow-alliances");
    CHECK(cow.ties ==
          "1 -- 2 defense + 1901-05-01..1910-07 [7]\n1 -- 2 nonaggression + 1901-05-01..1910-07 [7]\n"
          "1 -- 3 neutrality + 1950.. [9]\n");
    CHECK(cow.actors == "1|Freeland|state\n2|Westmark|state\n3|Easthold|state\n");
    CHECK(says(cow, "2 repeated from the other side"));
    CHECK(read(rows, {{"sign.neutrality", "none"}}).ties.ends_with("1 -- 3 neutrality 1950.. [9]\n"));
    CHECK(read(rows, {{"sign", "none"}}).ties.starts_with("1 -- 2 defense 1901"));
}

TEST_CASE("dyad-years: unbroken years become one tie, a gap splits, the last year may go on") {
    const std::string rows =
        "ccode1|ccode2|year|cow_defense|cow_neutral|cow_nonagg|cow_entente\n"
        "1|2|1901|1|0|0|0\n1|2|1902|1|0|0|1\n1|2|1904|1.0|0|0|0\n2|1|1902|1|0|0|0\n1|3|1904|0|0|0|0\n";
    const Read cow = read(rows);
    CHECK(cow.as.preset == "cow-alliances-yearly");
    CHECK(cow.ties ==
          "1 -- 2 defense + 1901..1902\n1 -- 2 defense + 1904..1904\n1 -- 2 entente + 1902..1902\n");
    CHECK(says(cow, "1 reaches the last year, 1904, and ends there (--rule open-end=false|true)"));
    CHECK(says(cow, "1 row left out: says no tie"));
    CHECK(read(rows, {{"open-end", "true"}}).ties ==
          "1 -- 2 defense + 1901..1902\n1 -- 2 defense + 1904..\n1 -- 2 entente + 1902..1902\n");
    CHECK(read("version4id|ccode1|state_name1|ccode2|state_name2|year|defense|entente\n"
               "7|1|X|2|Y|1901|1|0\n7|1|X|2|Y|1902|1|0\n8|1|X|2|Y|1903|1|0\n")
              .ties == "1 -- 2 defense + 1901..1902 [7]\n1 -- 2 defense + 1903..1903 [8]\n");
}

TEST_CASE("COW alliances by member: those in one alliance at the same time are tied") {
    const Read cow = read(
        "version4id|ccode|state_name|mem_st_day|mem_st_month|mem_st_year|mem_end_day|mem_end_month|mem_end_"
        "year|"
        "right_censor|defense|neutrality|nonaggression|entente\n"
        "7|1|X|1|1|1900|||1910|0|1|0|0|0\n7|2|Y|1|6|1905|||1920|0|1|0|0|0\n7|3|Z|1|6|1911||||1|1|0|0|0\n"
        "8|4|W|1|6|1911||||1|1|0|0|0\n");
    CHECK(cow.as.preset == "cow-alliances-members");
    CHECK(cow.ties == "1 -- 2 defense + 1905-06-01..1910 [7]\n2 -- 3 defense + 1911-06-01..1920 [7]\n");
    CHECK(cow.as.left_out.at(0).reason == "nobody else in the group");
}

TEST_CASE("ATOP in its own columns and peacesciencer's") {
    const std::string ties = "1 -- 2 defense + 1930..1931\n1 -- 2 consul + 1931..1931\n";
    CHECK(read("ccode1|ccode2|year|atop_defense|atop_offense|atop_neutral|atop_nonagg|atop_consul\n"
               "1|2|1930|1|0|0|0|0\n1|2|1931|1|0|0|0|1\n")
              .ties == ties);
    CHECK(read("dyad|year|atopally|mem1|mem2|defense|offense|neutral|nonagg|consul\n"
               "1002|1930|1|1|2|1|0|0|0|0\n1002|1931|1|1|2|1|0|0|0|1\n")
              .ties == ties);
    CHECK(preset_of("ddyad|year|stateA|stateB|atopally|defense|offense|neutral|nonagg|consul\n"
                    "1002|1930|1|2|1|1|0|0|0|0\n") == "atop");
}

TEST_CASE("COW disputes: a tie a dispute and pair, from first to last day, the highest level") {
    const Read mid = read(
        "disno|statea|namea|stateb|nameb|strtday|strtmnth|strtyr|endday|endmnth|endyear|year|hihost\n"
        "3|1|X|2|Y|-9|5|1901|1|2|1903|1901|-9\n3|1|X|2|Y|-9|5|1901|1|2|1903|1902|4\n3|2|Y|1|X|-9|5|1901|1|2|"
        "1903|1902|4\n"
        "4|1|X|2|Y|-9|5|1905|-9|-9|1905|1905|-9\n");
    CHECK(mid.as.preset == "cow-mid");
    CHECK(mid.ties == "1 -- 2 mid - 4 1901-05..1903-02-01 [3]\n1 -- 2 mid - 1905-05..1905 [4]\n");
    CHECK(mid.actors == "1|X|state\n2|Y|state\n");
    CHECK(read("dispnum|ccode1|ccode2|year|hostlev\n3|1|2|1901|3\n3|1|2|1902|4\n3|2|1|1904|4\n").ties ==
          "1 -- 2 mid - 4 1901..1904 [3]\n");
}

TEST_CASE("COW disputes by participant: those on the two sides at the same time are hostile") {
    const Read mid = read(
        "dispnum|stabb|ccode|stday|stmon|styear|endday|endmon|endyear|sidea|hostlev\n"
        "3|XXX|1|1|5|1901|1|2|1903|1|4\n3|YYY|2|2|6|1901|1|2|1902|0|5\n3|ZZZ|3|2|6|1901|1|2|1902|0|1\n");
    CHECK(mid.as.preset == "cow-mid-participants");
    CHECK(mid.ties ==
          "1 -- 2 mid - 5 1901-06-02..1902-02-01 [3]\n1 -- 3 mid - 4 1901-06-02..1902-02-01 [3]\n");
}

TEST_CASE("UCDP conflicts: sides against each other, supporters with their first party, exact ends") {
    const std::string header =
        "conflict_id|side_a|side_a_id|side_a_2nd|gwno_a_2nd|side_b|side_b_id|side_b_2nd|gwno_b_2nd|"
        "incompatibility|"
        "year|type_of_conflict|ep_end_date\n";
    const std::string rows = header +
                             "205|Government of X|1|Government of Y, Z|9, 8|Front, the|5|||1|1946|3|\n"
                             "205|Government of X|1|||Front, the|5|||1|1947|3|1947-05-31\n"
                             "206|Government of X|1|||A, B|5, 6|||1|1990|3|\n";
    const Read ucdp = read(rows);
    CHECK(ucdp.as.preset == "ucdp-acd");
    CHECK(ucdp.ties ==
          "Government of X -- Front, the conflict - 1946..1947-05-31 [205]\n"
          "Government of Y -- Front, the conflict - 1946..1946 [205]\n"
          "Z -- Front, the conflict - 1946..1946 [205]\n"
          "Government of X -- Government of Y support + 1946..1946 [205]\n"
          "Government of X -- Z support + 1946..1946 [205]\n"
          "Government of X -- A conflict - 1990..1990 [206]\n"
          "Government of X -- B conflict - 1990..1990 [206]\n");
    CHECK(ucdp.actors.starts_with("Government of X||state\nGovernment of Y||state\nZ||group\n"));
    CHECK(read(rows, {{"support", "drop"}}).ties.find("support") == std::string::npos);
    CHECK(preset_of("dyad_id|conflict_id|side_a|side_b|incompatibility|year\n1|205|X|Y|1|1946\n") ==
          "ucdp-dyadic");
}

TEST_CASE("UCDP events: some day of a span, one-sided violence directed, weight by deaths") {
    const std::string rows =
        "id|side_a|side_b|type_of_violence|date_start|date_end|date_prec|best|source_article\n"
        "1|Government of X|Band|1|2001-09-09 00:00:00.000|2001-09-09 00:00:00.000|1|3|Press\n"
        "2|Band|Civilians|3|2001-10-01|2001-10-31|4|7|Press\n3|Band|Gang|2|2001-10-03|2001-10-05|2|1|Press\n";
    const Read ged = read(rows);
    CHECK(ged.as.preset == "ucdp-ged");
    CHECK(ged.ties ==
          "Government of X -- Band state-based violence - 2001-09-09..2001-09-09 [Press]\n"
          "Band -> Civilians one-sided violence - 2001-10..2001-10 [Press]\n"
          "Band -- Gang non-state violence - [2001-10-03..2001-10-05]..[2001-10-03..2001-10-05] [Press]\n");
    CHECK(read(rows, {{"weight", "best"}}).ties.find("- 7 2001-10") != std::string::npos);
}

TEST_CASE("Mapping Militants: relations, signs and directions by type, unknown days") {
    CHECK(
        read("id|type|group1|group2|date|description\n1|all|A|B|2009-06-00|they ally\n2|riv|A|C|2010-00-00|\n"
             "3|spl|A|D|2011-01-05|\n4|aff|A|E|2011-01-05|\n5|mer|A|F||\n")
            .ties ==
        "A -- B alliance + 2009-06-00.. [1]\nA -- C rivalry - 2010-00-00.. [2]\nA -> D split 2011-01-05.. "
        "[3]\n"
        "A -> E affiliation + 2011-01-05.. [4]\nA -- F merger + [5]\n");
}

TEST_CASE("LittleSis: categories named, current relationships go on") {
    CHECK(read("id|entity1_id|entity2_id|category_id|start_date|end_date|is_current\n"
               "1|10|20|1|2004-00-00||1\n2|10|30|4|||\n3|10|40|5|2010-05-00|2010-06-00|0\n")
              .ties ==
          "10 -> 20 position 2004-00-00.. [1]\n10 -- 30 family [2]\n"
          "10 -> 40 donation 2010-05-00..2010-06-00 [3]\n");
}

TEST_CASE("Gephi: Type is the direction, Kind the relation; intervals and weights by interval") {
    CHECK(read("Source|Target|Type|Kind|Weight\na|b|Directed|trade|2\nb|c|Undirected|war|\n").ties ==
          "a -> b trade 2\nb -- c war\n");
    CHECK(read("Source|Target|Type|Timeset\na|b|Directed|<[2010-01-01,2012-06-30); [2014,2015]>\n"
               "b|c|Undirected|[-Infinity, 2016-02-04]\n")
              .ties == "a -> b 2010-01-01..2012-06-29\na -> b 2014..2015\nb -- c ..2016-02-04\n");
    const Read numbers = read("source|target|weight\na|b|<[1.0, 2, 1]; [2, 3, 2.5]>\n");
    CHECK(numbers.ties == "a -- b 1\na -- b 2.5\n");
    CHECK(says(numbers, "4 times that are numbers and no dates: kept as time_start and time_end"));
}

TEST_CASE("Cytoscape: with columns for the ends, or with both in the name") {
    CHECK(read("source|interaction|target|shared name|note\na|fights|b|x|y\n").ties == "a -- b fights\n");
    CHECK(read("shared interaction|shared name|weight\nfights|A (x) (fights) B|2\n").ties ==
          "A (x) -- B fights 2\n");
}

TEST_CASE("a column called as one of ours, of which the preset says nothing, is read as ours") {
    CHECK(read("Source|Target|Type|Kind|Sign|start|Citation\na|b|Directed|ally|+|1990|x\nb|c|Undirected|foe|-"
               "||\n")
              .ties == "a -> b ally + 1990.. [x]\nb -- c foe -\n");
    const Read gephi =
        read("Source|Target|Type|Kind|sign\na|b|Directed|ally|positive\nb|c|Directed|foe|-1\n");
    CHECK(gephi.ties == "a -> b ally positive\nb -> c foe -1\n");
    CHECK_FALSE(says(gephi, "unsigned"));
    CHECK(read("source|interaction|target|shared name|sign|weight|start\na|fights|b|x|-|3|1999\n").ties ==
          "a -- b fights - 3 1999..\n");
    CHECK(read(":START_ID|:END_ID|:TYPE|weight:double|sign:string\na|b|KNOWS|2.5|-\n").ties ==
          "a -> b KNOWS - 2.5\n");
    CHECK(read("From\tTo\tDirection\tType\tsign\nA\tC\tdirected\tpays\t-\n", {}, '\t').ties ==
          "A -> C pays -\n");
    // What the preset fills is the preset's: the file's own stays beside it.
    CHECK(read("Source|Target|Type|Timeset|start\na|b|Directed|<[2010-01-01,2011-01-01)>|x\n").ties ==
          "a -> b 2010-01-01..2010-12-31\n");
}

TEST_CASE("NodeXL: the header stands below a row of headings") {
    CHECK(read("||Visual Properties||||\nVertex 1|Vertex 2|Color|Width|Style|Relationship|Edge Weight\n"
               "a|b|red|1||friend|3\n")
              .ties == "a -- b friend 3\n");
}

TEST_CASE("Kumu: several ends in one cell, directions") {
    CHECK(read("From\tTo\tDirection\tType\nA|B\tC\tdirected\tpays\nA\tC\tmutual\tknows\n", {}, '\t').ties ==
          "A -> C pays\nB -> C pays\nA -- C knows\n");
}

TEST_CASE("Neo4j: typed headers of any id space") {
    const Read neo4j = read(":START_ID(Person)|:END_ID(Group)|:TYPE|since:int\np1|g1|MEMBER|1999\n");
    CHECK(neo4j.as.preset == "neo4j");
    CHECK(neo4j.ties == "p1 -> g1 MEMBER\n");
}

TEST_CASE("networkDynamic: the terminus is exclusive, numbers that are no years stay numbers") {
    CHECK(read("onset|terminus|tail|head\n1872|1880|1|2\n1900|1901|2|3\n").ties ==
          "1 -> 2 1872..1879\n2 -> 3 1900..1900\n");
    CHECK(read("onset|terminus|tail|head\n1872|1872|1|2\n").ties == "1 -> 2 1872..1872\n");  // a moment
    CHECK(read("onset|terminus|tail|head\n1872|1880|1|2\n", {{"end", "inclusive"}}).ties ==
          "1 -> 2 1872..1880\n");
    const Read minutes = read("onset|terminus|tail|head\n0.5|7|1|2\n");
    CHECK(minutes.ties == "1 -> 2\n");
    CHECK(says(minutes, "2 times that are numbers and no dates: kept as time_start and time_end"));
    CHECK(read("onset|terminus|tail|head\n-Inf|Inf|1|2\n1990|Inf|2|3\n").ties == "1 -> 2\n2 -> 3 1990..\n");
}

TEST_CASE("one date that is none stays where it is and takes no other date away") {
    CHECK(read("version4id|ccode1|ccode2|dyad_st_year|dyad_end_year|defense\n"
               "1|200|235|1816|1900|1\n2|2|20|19400|1950|1\n")
              .ties == "200 -- 235 defense + 1816..1900 [1]\n2 -- 20 defense + 19400..1950 [2]\n");
    CHECK(read("Event Date|Source Name|Target Name|CAMEO "
               "Code|Intensity\n20200101|A|B|04|3\n20200132|A|C|19|-10\n")
              .ties.ends_with("A -> C - 10 20200132..\n"));
    // Of a program that counts time in any unit, too, where most times are dates.
    CHECK(read("Onset|Terminus|Tail|Head\n1990|1995|A|B\n1992|19944|A|C\n").ties ==
          "A -> B 1990..1994\nA -> C 1992..19944\n");
    CHECK(read("Onset|Terminus|Tail|Head\n990|995|A|B\n992|1004|A|C\n").ties == "A -> B\nA -> C\n");
    // A month that is none makes no date of the year alone.
    CHECK(read("disno|ccode1|ccode2|strtmnth|strtyr|endyear\n1|2|200|13|1902|1903\n").ties.find("1902-13") !=
          std::string::npos);
}

TEST_CASE("a year that is none neither begins nor opens a tie of joined years, and none at all is no year") {
    const std::string header = "conflict_id|dyad_id|side_a|side_b|year|incompatibility\n";
    CHECK(read(header + "1|1|A|B|1990|1\n1|1|A|B|19911|1\n2|2|C|B|1993|1\n").ties ==
          "A -- B conflict - 19911.. [1]\nA -- B conflict - 1990..1990 [1]\nC -- B conflict - 1993..1993 "
          "[2]\n");
    const Read none = read(header + "1|1|A|B||1\n1|1|A|B|1990|1\n1|1|A|B|1991|1\n1|1|A|B||1\n");
    CHECK(none.ties == "A -- B conflict - [1]\nA -- B conflict - 1990..1991 [1]\n");
    CHECK(says(none, "2 rows without a year, of ties without dates"));
    // The same where ties are spread, or members of a group meet.
    CHECK(read("disno|ccode1|ccode2|strtyr|endyear\n1|2|200|1902|1903\n1|2|200|1903|19044\n").ties ==
          "2 -- 200 mid - 1903..19044 [1]\n2 -- 200 mid - 1902..1903 [1]\n");
}

TEST_CASE("a column that a data set lacks is told with what follows, and nothing is made of it") {
    const auto lacking = [](const std::string& text) {
        const Rows rows = rows_of(text, '|');
        const auto seen = recognized_preset({"data.csv", '|', rows.front(), {rows.begin() + 1, rows.end()}});
        const Preset preset = find_preset(seen->preset, {});
        PresetTable table(preset, "data.csv", rows.front());
        const PresetReading reading = table.finish();
        std::string all;
        for (const std::string& one : reading.lacking) all += one + "\n";
        const auto& header = reading.ties.header();
        return all + (std::ranges::find(header, "end") == header.end() ? "no end" : "end");
    };
    CHECK(lacking("version4id|ccode1|ccode2|dyad_st_year|defense\n1|2|20|1940|1\n") ==
          "no column 'dyad_end_year', which says when ties end: each goes on for ever\nno end");
    CHECK(lacking("disno|ccode1|ccode2|strtyr\n1|2|20|1940\n").find("each ends where it last begins\nend") !=
          std::string::npos);
    CHECK(lacking("version4id|ccode1|ccode2|dyad_st_year|dyad_end_year|right_censor|defense\n1|2|20|1940|"
                  "1950|0|1\n") == "end");
}

TEST_CASE("names in one cell are several actors only where another column counts as many") {
    CHECK(read("conflict_id|side_a|side_b|year|incompatibility|type_of_conflict\n1|X|Front for Unity, "
               "Peace|1990|1|3\n")
              .ties == "X -- Front for Unity, Peace conflict - 1990..1990 [1]\n");
}

TEST_CASE("a pledge may say TRUE or yes for 1") {
    const std::string header = "version4id|ccode1|ccode2|year|defense|entente\n";
    CHECK(read(header + "1|2|20|1990|TRUE|FALSE\n1|2|20|1991|yes|no\n").ties ==
          "2 -- 20 defense + 1990..1991 [1]\n");
}

TEST_CASE("weights below zero sign the ties of a program that says no sign") {
    const Read gephi = read("Source|Target|Type|Kind|Weight\na|b|Undirected|x|-1\nb|c|Undirected|x|2\n");
    CHECK(says(gephi, "2 ties: 1 friendly, 1 hostile"));
}

TEST_CASE("plain ties files are of no preset, and columns that fit two are an error that names both") {
    for (const char* header : {"source|target|relation|sign|weight|start|end|citation", "from|to|weight",
                               "Source|Target|Type|Weight", "Von|Nach", "subject|object|type|date"})
        CHECK_FALSE(recognized_preset({"x.csv", ',', rows_of(header, '|').front(), {}}).has_value());
    CHECK_THROWS_WITH(
        recognized_preset(
            {"x.csv", ',', {"onset", "terminus", "tail", "head", "source", "target", "timeset"}, {}}),
        Catch::Contains("may be those of gephi or of networkdynamic; say which"));
}

TEST_CASE("a preset of one's own is read from its file, and what is wrong in it has its place") {
    const Preset preset = parse_preset(
        "name = \"mine\"\n[rule.sign]\ndefault = \"deal\"\nchoices = [\"deal\", \"none\"]\n"
        "[[tie]]\nsource = \"a\"\ntarget = \"b\"\n"
        "sign = { by = \"sign\", deal = { column = \"deal\", words = { yes = \"+\" } } }\n",
        "mine.toml", {});
    CHECK(preset.ties.at(0).own_rules == std::vector<std::string>{"sign"});
    const auto said = [](const std::string& text) {
        try {
            parse_preset(text, "mine.toml", {});
        } catch (const Error& error) {
            return error.diagnostics().empty() ? std::string(error.what())
                                               : to_string(error.diagnostics().front());
        }
        return std::string();
    };
    CHECK(said("name = \"mine\"\n[[tie]]\nsorce = \"a\"\ntarget = \"b\"\n") ==
          "mine.toml:3:9: error: unknown key 'sorce'; did you mean 'source'?");
    CHECK(said("name = \"mine\"\n").find("a preset needs at least one [[tie]]") != std::string::npos);
    CHECK(said("name = \n").starts_with("mine.toml:1:8: error: this is no TOML"));
    CHECK(said("name = \"x\"\n[^time]\njoin = \"once\"\n")
              .starts_with("mine.toml:2:1: error: this is no TOML: the name of a table begins with"));
    CHECK(said("name = \"x\"\n[\n").starts_with("mine.toml:2:1: error: this is no TOML"));
    CHECK(said("[[tie]]\n").find("a preset needs a name") != std::string::npos);
}
