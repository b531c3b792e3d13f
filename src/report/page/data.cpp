#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <map>
#include <nlohmann/json.hpp>

#include "base/number.hpp"
#include "model/dates_as_written.hpp"
#include "report/page/page_json.hpp"
#include "report/page/text.hpp"
#include "report/page/view.hpp"

namespace entente::report {

namespace {

using Json = nlohmann::ordered_json;

// Columns longer than this are written in fewer bytes.
constexpr std::size_t compact_above = 2000;
// Measures of so many actors keep fewer digits here; centrality.csv has all of them.
constexpr int digits_of_many = 6;

// {"first": a, "step": d} of a, a + d, a + 2d …; null for any other column.
Json progression(const Json& column) {
    for (const Json& value : column) {
        if (!value.is_number_integer()) return nullptr;
    }
    const std::int64_t first = column[0], step = column[1].get<std::int64_t>() - first;
    for (std::size_t i = 2; i < column.size(); ++i) {
        if (column[i].get<std::int64_t>() - column[i - 1].get<std::int64_t>() != step) return nullptr;
    }
    return {{"first", first}, {"step", step}};
}

// A long column with few different values as {"words": [...], "rows": [index, ...]}, the numbers of rows as
// their progression; the script of the page reads all three forms.
Json compact(Json column) {
    if (column.size() <= compact_above) return column;
    if (Json steps = progression(column); !steps.is_null()) return steps;
    std::map<Json, std::size_t> known;
    Json words = Json::array(), rows = Json::array();
    for (const Json& value : column) {
        const auto [at, fresh] = known.try_emplace(value, known.size());
        if (!fresh) {
            rows.push_back(at->second);
            continue;
        }
        if (known.size() * 8 > column.size()) return column;
        words.push_back(value);
        rows.push_back(at->second);
    }
    return {{"words", words}, {"rows", rows}};
}

// With 12 significant digits, or as few as asked; null when undefined.
Json number(double value, int digits = 0) {
    const std::string text =
        digits > 0 && std::isfinite(value) ? fmt::format("{:.{}g}", value, digits) : format_number(value);
    const auto kept = parse_number(text);
    if (!kept) return nullptr;
    if (*kept == std::floor(*kept) && std::abs(*kept) < 1e15) return static_cast<std::int64_t>(*kept);
    return *kept;
}

Json day(Day value) {
    if (value == beginning_of_time || value == end_of_time) return nullptr;
    return value;
}

// Equal cells are stored once: {"words": [...], "rows": [index, ...]}.
class Words {
public:
    void add(std::string_view word) {
        const auto [at, fresh] = known_.try_emplace(std::string(word), words_.size());
        if (fresh) words_.push_back(word);
        rows_.push_back(at->second);
    }
    Json json() const { return {{"words", words_}, {"rows", rows_}}; }

private:
    std::map<std::string, std::size_t> known_;
    Json words_ = Json::array(), rows_ = Json::array();
};

Json actor_columns(const PageView& view) {
    const Network& network = view.network;
    Json id = Json::array(), label = Json::array(), kind = Json::array(), community = Json::array(),
         faction = Json::array();
    for (const ActorId actor : view.input.actors) {
        id.push_back(network.id(actor));
        label.push_back(network.label(actor).empty() ? network.id(actor) : network.label(actor));
        kind.push_back(network.kind(actor));
        if (!view.community.empty()) community.push_back(view.community[index(actor)]);
        if (!view.faction.empty()) faction.push_back(view.faction[index(actor)]);
    }
    Json actors{{"id", id}, {"label", label}, {"kind", compact(kind)}};
    if (!view.community.empty()) actors["community"] = compact(community);
    if (!view.faction.empty()) actors["faction"] = compact(faction);
    actors["attributes"] = Json::array();
    for (const AttributeColumn& column : network.actors.attributes) {
        Words words;
        for (const ActorId actor : view.input.actors) words.add(column.cells[index(actor)]);
        actors["attributes"].push_back({{"name", column.name}, {"cells", words.json()}});
    }
    return actors;
}

// Where each row stands: "ties.csv, line 3", of many rows {"file": …, "line": …}.
Json places(const PageView& view) {
    const Network& network = view.network;
    Json text = Json::array(), file = Json::array(), line = Json::array();
    const bool many = view.rows.size() > compact_above;
    for (const TieId row : view.rows) {
        if (!many) {
            text.push_back(view.place(row));
            continue;
        }
        const bool known = index(row) < network.ties.place.size();
        const RowPlace place = known ? network.ties.place[index(row)] : RowPlace{};
        const bool named = known && place.file < network.files.size() && place.line > 0;
        file.push_back(named ? file_shown(network.files[place.file]) : std::string_view());
        line.push_back(named ? place.line : 0);
    }
    return many ? Json{{"file", compact(file)}, {"line", compact(line)}} : text;
}

Json tie_columns(const PageView& view) {
    const Network& network = view.network;
    Json number_of_row = Json::array(), source = Json::array(), target = Json::array(), sign = Json::array(),
         strength = Json::array(), directed = Json::array();
    Json from = Json::array(), to = Json::array(), confidence = Json::array();
    Words relation, start, end, citation, note;
    for (const TieId row : view.rows) {
        const Tie tie = network.tie(row);
        const Ends ends = view.input.directions.ends(network, row);
        number_of_row.push_back(index(row) + 1);
        source.push_back(view.position[index(ends.source)]);
        target.push_back(view.position[index(ends.target)]);
        relation.add(relation_label(network, tie.relation));
        sign.push_back(static_cast<int>(tie.sign));
        strength.push_back(number(tie.strength));
        directed.push_back(view.input.directions.one_way(network, row) ? 1 : 0);
        start.add(tie.period.start.latest == beginning_of_time ? "" : to_string(tie.period.start));
        end.add(to_string(tie.period.end));
        from.push_back(day(tie.period.start.earliest));
        to.push_back(day(tie.period.end.latest));
        confidence.push_back(number(tie.confidence));
        citation.add(tie.citation);
        note.add(tie.note);
    }
    Json ties{{"row", compact(number_of_row)},
              {"source", source},
              {"target", target},
              {"directed", compact(directed)}};
    if (view.relations) ties["relation"] = relation.json();
    if (view.signs) ties["sign"] = compact(sign);
    if (view.strengths) ties["strength"] = compact(strength);
    if (view.dates)
        ties.update(
            {{"start", start.json()}, {"end", end.json()}, {"from", compact(from)}, {"to", compact(to)}});
    if (view.confidences) ties["confidence"] = compact(confidence);
    if (view.citations) ties["citation"] = citation.json();
    if (view.notes) ties["note"] = note.json();
    ties["place"] = places(view);
    ties["attributes"] = Json::array();
    for (const AttributeColumn& column : network.ties.attributes) {
        if (is_date_as_written(column.name)) continue;
        Words words;
        for (const TieId row : view.rows) words.add(column.cells[index(row)]);
        ties["attributes"].push_back({{"name", column.name}, {"cells", words.json()}});
    }
    return ties;
}

int measure_digits(const PageView& view) {
    return view.input.actors.size() > limits.all_measures ? digits_of_many : 0;
}

Json measures(const PageView& view) {
    Json list = Json::array();
    if (!view.input.scores) return list;
    const ScoreTable& scores = *view.input.scores;
    for (const Scores& column : scores.columns) {
        Json values = Json::array();
        std::vector<double> by_position(view.input.actors.size(), undefined);
        for (std::size_t i = 0; i < scores.actors.size(); ++i) {
            const std::uint32_t at = view.position[index(scores.actors[i])];
            if (at != nowhere) by_position[at] = column.values[i];
        }
        for (const double value : by_position) values.push_back(number(value, measure_digits(view)));
        Json measure{{"name", column.measure}};
        const auto note = std::find_if(view.input.measures.begin(), view.input.measures.end(),
                                       [&](const MethodNote& m) { return m.name == column.measure; });
        if (note != view.input.measures.end()) measure["definition"] = note->definition;
        measure["values"] = compact(values);
        list.push_back(measure);
    }
    return list;
}

Json intervals(const PageView& view) {
    Json list = Json::array();
    for (const Robustness* robustness : view.input.robustness) {
        Json low(view.input.actors.size(), nullptr), high = low, top = low;
        for (const ActorRobustness& actor : robustness->actors) {
            const std::uint32_t at = view.position[index(actor.actor)];
            if (at == nowhere) continue;
            low[at] = number(actor.rank_low);
            high[at] = number(actor.rank_high);
            top[at] = number(actor.top_probability);
        }
        list.push_back({{"measure", robustness->measure},
                        {"top", robustness->top_k},
                        {"low", low},
                        {"high", high},
                        {"top_probability", top}});
    }
    return list;
}

}  // namespace

std::string page_data(const PageView& view) {
    Json data{{"entente", ENTENTE_VERSION},
              {"schema", 1},
              {"name", view.network.info.name},
              {"title", view.title()}};
    if (measure_digits(view) > 0) data["digits"] = measure_digits(view);
    data["actors"] = actor_columns(view);
    data["measures"] = measures(view);
    data["intervals"] = intervals(view);
    data["ties"] = tie_columns(view);
    data["sources"] = Json::array();
    for (const CitedSource* source : view.sources) {
        data["sources"].push_back({{"id", source->id},
                                   {"title", source->title},
                                   {"publisher", source->publisher},
                                   {"date", source->date},
                                   {"url", web_address(source->url)}});
    }
    if (view.input.timeline != nullptr) data["timeline"] = time_data(view);
    if (!view.input.explanations.empty()) data["explanations"] = explanations_data(view);
    data["settings"] = Json::object();
    for (const Setting& setting : view.input.settings) data["settings"][setting.name] = setting.value;
    if (view.input.balance) {
        data["frustrated"] = Json::array();
        const Balance& balance = *view.input.balance;
        for (std::size_t tie = 0; tie < balance.ties.size(); ++tie) {
            const std::uint32_t source = view.position[index(balance.ties[tie].source)],
                                target = view.position[index(balance.ties[tie].target)];
            if (balance.ties[tie].frustrated && source != nowhere && target != nowhere)
                data["frustrated"].push_back(Json::array({source, target}));
        }
    }
    // Outside of strings JSON has no '<'; inside, \u003c keeps "</script>" and "<!--" from meaning anything
    // to the HTML parser.
    std::string out;
    for (const char c : data.dump(-1, ' ', false, Json::error_handler_t::replace)) {
        if (c == '<') {
            out += "\\u003c";
        } else {
            out += c;
        }
    }
    return out;
}

}  // namespace entente::report
