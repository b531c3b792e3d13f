#include "io/vocabulary/vocabulary.hpp"

#include <algorithm>
#include <array>

#include "base/number.hpp"
#include "base/text.hpp"

namespace entente::io {

namespace {

using Names = std::string_view;

constexpr std::array relation_names{Names("relation"),          Names("relationship"), Names("relationtype"),
                                    Names("relationshiptype"),  Names("kind"),         Names("interaction"),
                                    Names("sharedinteraction"), Names("edgetype"),     Names("tietype"),
                                    Names("linktype"),          Names("category"),     Names("type")};
constexpr std::array sign_names{Names("sign"), Names("valence"), Names("polarity"), Names("affect"),
                                Names("stance")};
constexpr std::array weight_names{Names("weight"),    Names("strength"), Names("edgeweight"),
                                  Names("tieweight"), Names("tievalue"), Names("intensity"),
                                  Names("value"),     Names("count")};
constexpr std::array directed_names{Names("directed"), Names("isdirected"), Names("direction"),
                                    Names("directionality")};
constexpr std::array start_names{
    Names("start"),    Names("startdate"), Names("begin"), Names("begindate"), Names("since"),
    Names("fromdate"), Names("startyear"), Names("onset"), Names("validfrom"), Names("datestart")};
constexpr std::array end_dates{Names("end"),     Names("enddate"),  Names("until"),   Names("todate"),
                               Names("endyear"), Names("terminus"), Names("validto"), Names("dateend")};
constexpr std::array all_columns{
    Names("source"),       Names("target"),      Names("relation"), Names("sign"),       Names("weight"),
    Names("directed"),     Names("start"),       Names("end"),      Names("confidence"), Names("citation"),
    Names("note"),         Names("id"),          Names("label"),    Names("kind"),       Names("length"),
    Names("source_label"), Names("target_label")};
constexpr std::array point_dates{Names("eventdate"), Names("sqldate"), Names("date"), Names("year")};
constexpr std::array span_names{Names("timeset"), Names("timeinterval"), Names("interval")};
constexpr std::array part_names{Names("dyadstyear"), Names("strtyr"), Names("styear")};
constexpr std::array confidence_names{Names("confidence"), Names("certainty"),   Names("probability"),
                                      Names("prob"),       Names("reliability"), Names("credibility")};
constexpr std::array citation_names{Names("citation"),  Names("citations"),  Names("cite"),
                                    Names("reference"), Names("references"), Names("ref"),
                                    Names("evidence"),  Names("sources"),    Names("sourceid"),
                                    Names("sourceurl"), Names("url")};
constexpr std::array note_names{Names("note"),   Names("notes"),   Names("comment"),    Names("comments"),
                                Names("remark"), Names("remarks"), Names("description")};
constexpr std::array source_labels{Names("sourcelabel"), Names("sourcename"), Names("fromlabel"),
                                   Names("fromname")};
constexpr std::array target_labels{Names("targetlabel"), Names("targetname"), Names("tolabel"),
                                   Names("toname")};
constexpr std::array<Names, 0> chosen_only{};

constexpr std::array tie_table{ColumnNames{"relation", relation_names},
                               ColumnNames{"sign", sign_names},
                               ColumnNames{"weight", weight_names},
                               ColumnNames{"directed", directed_names},
                               ColumnNames{"start", start_names},
                               ColumnNames{"end", end_dates},
                               ColumnNames{"confidence", confidence_names},
                               ColumnNames{"citation", citation_names},
                               ColumnNames{"note", note_names},
                               ColumnNames{"length", chosen_only},
                               ColumnNames{"source_label", source_labels},
                               ColumnNames{"target_label", target_labels}};

constexpr std::array id_names{Names("id"),    Names("actorid"),    Names("nodeid"),   Names("node"),
                              Names("actor"), Names("vertex"),     Names("vertexid"), Names("key"),
                              Names("name"),  Names("sharedname"), Names("label")};
constexpr std::array label_names{Names("label"), Names("name"), Names("fullname"), Names("displayname"),
                                 Names("title")};
constexpr std::array kind_names{Names("kind"),      Names("type"),  Names("nodetype"),
                                Names("actortype"), Names("class"), Names("category")};

constexpr std::array actor_table{ColumnNames{"id", id_names}, ColumnNames{"label", label_names},
                                 ColumnNames{"kind", kind_names}};

constexpr std::array relation_key{Names("relation"), Names("id"), Names("name"), Names("type")};
constexpr std::array relation_label{Names("label"), Names("title")};
constexpr std::array relation_table{ColumnNames{"relation", relation_key},
                                    ColumnNames{"label", relation_label}, ColumnNames{"sign", sign_names},
                                    ColumnNames{"directed", directed_names},
                                    ColumnNames{"weight", weight_names}};

constexpr std::array source_key{Names("id"), Names("citation"), Names("key"), Names("source")};
constexpr std::array title_names{Names("title"), Names("name"), Names("label")};
constexpr std::array publisher_names{Names("publisher"), Names("journal"), Names("publication")};
constexpr std::array date_names{Names("date"), Names("year"), Names("published")};
constexpr std::array url_names{Names("url"), Names("link"), Names("doi")};
constexpr std::array source_table{ColumnNames{"id", source_key}, ColumnNames{"title", title_names},
                                  ColumnNames{"publisher", publisher_names}, ColumnNames{"date", date_names},
                                  ColumnNames{"url", url_names}};

constexpr std::array ends{EndNames{"source", "target"},
                          EndNames{"from", "to"},
                          EndNames{"src", "tgt"},
                          EndNames{"src", "dst"},
                          EndNames{"source", "destination"},
                          EndNames{"src", "dest"},
                          EndNames{"fromid", "toid"},
                          EndNames{"sourceid", "targetid"},
                          EndNames{"fromname", "toname"},
                          EndNames{"sourcename", "targetname"},
                          EndNames{"vertex1", "vertex2"},
                          EndNames{"node1", "node2"},
                          EndNames{"actor1", "actor2"},
                          EndNames{"group1", "group2"},
                          EndNames{"entity1", "entity2"},
                          EndNames{"entity1id", "entity2id"},
                          EndNames{"state1", "state2"},
                          EndNames{"statea", "stateb"},
                          EndNames{"statename1", "statename2"},
                          EndNames{"ccode1", "ccode2"},
                          EndNames{"sidea", "sideb"},
                          EndNames{"subject", "object"},
                          EndNames{"startid", "endid"},
                          EndNames{"ego", "alter"},
                          EndNames{"sender", "receiver"},
                          EndNames{"initiator", "target"},
                          EndNames{"member", "organization"},
                          EndNames{"tail", "head"},
                          EndNames{"quelle", "ziel"},
                          EndNames{"origen", "destino"},
                          EndNames{"origine", "destination"}};

constexpr std::array positive_words{
    Names("+"),           Names("1"),          Names("+1"),      Names("1.0"),        Names("positive"),
    Names("pos"),         Names("ally"),       Names("allied"),  Names("alliance"),   Names("friend"),
    Names("friendly"),    Names("friendship"), Names("support"), Names("supportive"), Names("cooperation"),
    Names("cooperative"), Names("partner")};
constexpr std::array negative_words{
    Names("-"),      Names("-1"),       Names("-1.0"),    Names("\u2212"),     Names("\u22121"),
    Names("\u2013"), Names("negative"), Names("neg"),     Names("hostile"),    Names("hostility"),
    Names("enemy"),  Names("enmity"),   Names("foe"),     Names("rival"),      Names("rivalry"),
    Names("war"),    Names("conflict"), Names("opposed"), Names("opposition"), Names("adversary")};
constexpr std::array unsigned_words{Names("0"),     Names("0.0"),      Names("neutral"), Names("ambivalent"),
                                    Names("mixed"), Names("unsigned"), Names("none")};

constexpr std::array yes_words{Names("true"), Names("directed"), Names("1"),
                               Names("yes"),  Names("y"),        Names("t")};
constexpr std::array either_words{Names("mixed")};
constexpr std::array no_words{Names("false"), Names("undirected"), Names("0"),     Names("no"),
                              Names("n"),     Names("f"),          Names("mutual")};

// What Gephi writes as the type of an edge in its other languages.
constexpr std::array directed_abroad{Names("orienté"),         Names("orientée"),
                                     Names("dirigé"),          Names("dirigée"),
                                     Names("dirigido"),        Names("dirigida"),
                                     Names("gerichtet"),       Names("orientato"),
                                     Names("diretto"),         Names("direcionado"),
                                     Names("gericht"),         Names("orientovaný"),
                                     Names("skierowany"),      Names("skierowana"),
                                     Names("riktad"),          Names("направленный"),
                                     Names("Направленный"),    Names("ориентированный"),
                                     Names("Ориентированный"), Names("направленное"),
                                     Names("Направленное"),    Names("有向"),
                                     Names("有方向"),          Names("oriente\u0301"),
                                     Names("orientado"),       Names("orientada"),
                                     Names("oriented"),        Names("unidirectional"),
                                     Names("one-way"),         Names("yönlü"),
                                     Names("направленная"),    Names("Направленная"),
                                     Names("спрямований"),     Names("방향")};
constexpr std::array undirected_abroad{Names("non orienté"),
                                       Names("non orientée"),
                                       Names("non-orienté"),
                                       Names("non dirigé"),
                                       Names("non dirigée"),
                                       Names("no dirigido"),
                                       Names("no dirigida"),
                                       Names("não dirigido"),
                                       Names("não direcionado"),
                                       Names("não-dirigido"),
                                       Names("ungerichtet"),
                                       Names("non orientato"),
                                       Names("non diretto"),
                                       Names("ongericht"),
                                       Names("neorientovaný"),
                                       Names("nieskierowany"),
                                       Names("nieskierowana"),
                                       Names("oriktad"),
                                       Names("ненаправленный"),
                                       Names("Ненаправленный"),
                                       Names("неориентированный"),
                                       Names("Неориентированный"),
                                       Names("ненаправленное"),
                                       Names("Ненаправленное"),
                                       Names("无向"),
                                       Names("無向"),
                                       Names("无方向"),
                                       Names("non oriente\u0301"),
                                       Names("mutuel"),
                                       Names("mutuo"),
                                       Names("gegenseitig"),
                                       Names("no orientado"),
                                       Names("no orientada"),
                                       Names("não orientado"),
                                       Names("unoriented"),
                                       Names("non-directed"),
                                       Names("bidirectional"),
                                       Names("two-way"),
                                       Names("yönsüz"),
                                       Names("ненаправленная"),
                                       Names("Ненаправленная"),
                                       Names("неспрямований"),
                                       Names("무방향")};
constexpr std::array mixed_abroad{Names("mixte"),   Names("mixto"), Names("misto"),     Names("gemischt"),
                                  Names("gemengd"), Names("混合"),  Names("смешанный"), Names("Смешанный")};

struct Grade {
    Names letter;
    double confidence;
};
constexpr std::array reliability{Grade{"A", 0.95}, Grade{"B", 0.8}, Grade{"C", 0.6},
                                 Grade{"D", 0.4},  Grade{"E", 0.2}, Grade{"F", 0.5}};

template <std::size_t n>
bool one_of(const std::array<Names, n>& words, std::string_view word) {
    return std::find(words.begin(), words.end(), word) != words.end();
}

}  // namespace

std::string normalized(std::string_view header) {
    std::string result;
    for (const char c : lower(header)) {
        if (c != ' ' && c != '-' && c != '_' && c != ':' && c != '\t' && c != '\n' && c != '\r') result += c;
    }
    for (std::size_t at = result.find("\u00A0"); at != std::string::npos; at = result.find("\u00A0"))
        result.erase(at, 2);
    return result;
}

std::span<const ColumnNames> tie_columns() { return tie_table; }
std::span<const std::string_view> point_date_names() { return point_dates; }
std::span<const std::string_view> span_date_names() { return span_names; }
std::span<const std::string_view> part_date_names() { return part_names; }
std::span<const ColumnNames> actor_columns() { return actor_table; }
std::span<const ColumnNames> relation_columns() { return relation_table; }
std::span<const ColumnNames> source_columns() { return source_table; }
std::span<const EndNames> end_names() { return ends; }
std::span<const std::string_view> column_names() { return all_columns; }

bool known_header(std::string_view header) {
    const std::string name = normalized(header);
    const auto covers = [&](const ColumnNames& column) {
        return std::find(column.aliases.begin(), column.aliases.end(), name) != column.aliases.end();
    };
    return std::any_of(tie_table.begin(), tie_table.end(), covers) ||
           std::any_of(actor_table.begin(), actor_table.end(), covers) ||
           std::any_of(relation_table.begin(), relation_table.end(), covers) ||
           std::any_of(source_table.begin(), source_table.end(), covers) ||
           std::any_of(ends.begin(), ends.end(),
                       [&](const EndNames& pair) { return pair.source == name || pair.target == name; });
}

std::optional<Sign> parse_sign(std::string_view cell) {
    const std::string word = lower(cell);
    if (one_of(positive_words, word)) return Sign::positive;
    if (one_of(negative_words, word)) return Sign::negative;
    if (one_of(unsigned_words, word)) return Sign::none;
    return std::nullopt;
}

std::vector<std::string_view> sign_words() {
    std::vector<std::string_view> words;
    const auto add = [&](const auto& list) {
        for (const std::string_view word : list) {
            if (word.size() > 3) words.push_back(word);
        }
    };
    add(positive_words);
    add(negative_words);
    add(unsigned_words);
    return words;
}

std::vector<CellWords> cell_words() {
    std::vector<CellWords> rows{
        {"sign +", "a friendly tie", {positive_words.begin(), positive_words.end()}},
        {"sign -", "a hostile tie", {negative_words.begin(), negative_words.end()}},
        {"no sign", "a tie that is neither", {unsigned_words.begin(), unsigned_words.end()}},
        {"directed", "a tie from its source to its target", {yes_words.begin(), yes_words.end()}},
        {"undirected", "a tie both ways", {no_words.begin(), no_words.end()}},
        {"direction unsaid",
         "as the relation says, else the row says nothing of it",
         {either_words.begin(), either_words.end()}}};
    for (const Grade& grade : reliability) {
        rows.push_back({"confidence " + format_number(grade.confidence),
                        "a grade of the Admiralty scale of the reliability of sources",
                        {grade.letter}});
    }
    return rows;
}

std::optional<Directedness> parse_directedness(std::string_view cell) {
    const std::string word = lower(cell);
    if (one_of(yes_words, word)) return Directedness::directed;
    if (one_of(no_words, word)) return Directedness::undirected;
    if (one_of(either_words, word) || one_of(mixed_abroad, word)) return Directedness::unsaid;
    if (one_of(directed_abroad, word)) return Directedness::directed;
    if (one_of(undirected_abroad, word)) return Directedness::undirected;
    return std::nullopt;
}

bool is_direction_word(std::string_view cell) {
    const std::string word = lower(cell);
    return word == "directed" || word == "undirected" || word == "mixed" || word == "mutual" ||
           one_of(directed_abroad, word) || one_of(undirected_abroad, word) || one_of(mixed_abroad, word);
}

std::optional<double> parse_confidence(std::string_view cell) {
    const auto grade = std::find_if(reliability.begin(), reliability.end(),
                                    [&](const Grade& row) { return lower(cell) == lower(row.letter); });
    if (grade != reliability.end()) return grade->confidence;
    const auto number = parse_number(cell);
    if (!number || !(*number > 0) || *number > 1) return std::nullopt;
    return number;
}

}  // namespace entente::io
