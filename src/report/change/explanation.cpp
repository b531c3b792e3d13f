#include "report/change/explanation.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>

#include "base/prose.hpp"
#include "model/merged_ties.hpp"
#include "report/data/ties.hpp"

namespace entente::report {

namespace {

constexpr std::array by_names{"tie", "source", "relation", "actor"};

// The different texts in order, joined by "; ".
template <class Text>
std::string joined(const std::vector<TieId>& rows, const Text& text_of) {
    std::vector<std::string> texts;
    for (const TieId row : rows) {
        std::string text = text_of(row);
        if (!text.empty() && std::ranges::find(texts, text) == texts.end()) texts.push_back(std::move(text));
    }
    return fmt::format("{}", fmt::join(texts, "; "));
}

std::string short_name(const std::string& path) {
    const std::size_t slash = path.find_last_of("/\\");
    return slash == std::string::npos ? path : path.substr(slash + 1);
}

std::string file_of(const Network& network, TieId row) {
    return short_name(network.files[network.ties.place[index(row)].file]);
}

std::string files_of(const Network& network, const std::vector<TieId>& rows) {
    return joined(rows, [&](TieId row) { return file_of(network, row); });
}

std::string signs_of(const Network& network, const std::vector<TieId>& rows) {
    return joined(rows, [&](TieId row) { return std::string(sign_text(network.sign(row))); });
}

// The cells that name what is left out.
struct Named {
    std::string source, target, relation, citation;
};

Named named(const Network& network, const Explanation& explanation, const ExplainedPart& part) {
    const auto id = [&](ActorId actor) { return std::string(network.id(actor)); };
    switch (explanation.by) {
        case ExplainBy::source:
            return {{}, {}, relations_of(network, part.rows), part.name};
        case ExplainBy::relation:
            return {{}, {}, part.name, citations_of(network, part.rows)};
        case ExplainBy::actor:
            return {id(explanation.actor), id(part.target), relations_of(network, part.rows),
                    citations_of(network, part.rows)};
        case ExplainBy::tie:
            break;
    }
    return {id(part.source), id(part.target), relations_of(network, part.rows),
            citations_of(network, part.rows)};
}

double weight_of(const Network& network, MergeRule merge, const std::vector<TieId>& rows) {
    return rows.empty() ? undefined : merged_strength(network, merge, rows);
}

std::string start_or_none(const Network& network, const std::vector<TieId>& rows) {
    return rows.empty() ? "" : start_of(network, rows);
}
std::string end_or_none(const Network& network, const std::vector<TieId>& rows) {
    return rows.empty() ? "" : end_of(network, rows);
}

// The shares of ties of the actor's own may be 0 while the tie matters all the same.
bool is_rest_said(const Explanation& explanation) {
    return explanation.additive && std::abs(explanation.rest) > 0;
}

std::string possessive(std::string_view name) {
    return std::string(name) + (name.ends_with('s') ? "'" : "'s");
}

std::string what_is_left_out(const Network& network, const Explanation& explanation,
                             const ExplainedPart& part) {
    const auto label = [&](ActorId actor) { return std::string(network.label(actor)); };
    if (part.source == part.target) return label(part.target);
    if (part.source == explanation.actor) return "the tie with " + label(part.target);
    if (part.target == explanation.actor) return "the tie with " + label(part.source);
    return fmt::format("the tie {} – {}", label(part.source), label(part.target));
}

// Without which the actor falls furthest, or nullptr.
const ExplainedPart* hinge(const std::vector<ExplainedPart>& parts, double rank) {
    const ExplainedPart* furthest = nullptr;
    const auto depth = [](const ExplainedPart& part) {
        return std::isnan(part.rank_without) ? std::numeric_limits<double>::infinity() : part.rank_without;
    };
    for (const ExplainedPart& part : parts) {
        if (depth(part) > rank && (furthest == nullptr || depth(part) > depth(*furthest))) furthest = &part;
    }
    return furthest;
}

std::string fall(const ExplainedPart& part) {
    return std::isnan(part.rank_without) ? "without it there is no value"
                                         : "without it " + ordinal(part.rank_without);
}

Value rows_value(const Network& network, const std::vector<TieId>& rows) {
    Value::Array array;
    for (const TieId row : rows) {
        const std::string_view citation = network.ties.citation[index(row)];
        array.emplace_back(
            Value::Object{{"file", file_of(network, row)},
                          {"line", std::uint64_t{network.ties.place[index(row)].line}},
                          {"citation", citation.empty() ? Value() : Value(std::string(citation))}});
    }
    return array;
}

Value text_value(const std::string& text) { return text.empty() ? Value() : Value(text); }

Value part_value(const Network& network, MergeRule merge, const Explanation& explanation,
                 const ExplainedPart& part) {
    const Named cells = named(network, explanation, part);
    return Value::Object{{"source", text_value(cells.source)},
                         {"target", text_value(cells.target)},
                         {"relation", text_value(cells.relation)},
                         {"sign", text_value(signs_of(network, part.rows))},
                         {"weight", weight_of(network, merge, part.rows)},
                         {"start", text_value(start_or_none(network, part.rows))},
                         {"end", text_value(end_or_none(network, part.rows))},
                         {"share", part.share},
                         {"without", part.without},
                         {"rank_without", part.rank_without},
                         {"citation", text_value(cells.citation)},
                         {"rows", rows_value(network, part.rows)}};
}

Value source_value(const Network& network, const ExplainedPart& source) {
    const CitedSource* cited = network.find_source(source.name);
    return Value::Object{{"id", source.name},
                         {"title", cited == nullptr ? Value() : text_value(cited->title)},
                         {"ties", std::uint64_t{source.rows.size()}},
                         {"without", source.without},
                         {"rank_without", source.rank_without}};
}

std::string label_or_words(const std::string& text, const char* words) { return text.empty() ? words : text; }

// For people: labels, and only the columns that say something.
Table readable_parts(const Network& network, const Explanation& explanation, std::size_t top) {
    Table table;
    const bool ties = explanation.by == ExplainBy::tie;
    const char* first = ties                                    ? "tie"
                        : explanation.by == ExplainBy::source   ? "source"
                        : explanation.by == ExplainBy::relation ? "relation"
                                                                : "actor";
    table.columns = {first};
    if (ties) table.columns.insert(table.columns.end(), {"relation", "sign"});
    if (explanation.additive) table.columns.emplace_back("share");
    table.columns.insert(table.columns.end(), {"without", "rank without"});
    table.columns.insert(table.columns.end(), {"citation", "line"});
    for (const ExplainedPart& part : explanation.parts) {
        if (table.rows.size() == top) break;
        std::vector<Cell> row;
        if (ties)
            row.emplace_back(fmt::format("{} – {}", network.label(part.source), network.label(part.target)));
        else if (explanation.by == ExplainBy::actor)
            row.emplace_back(std::string(network.label(part.target)));
        else row.emplace_back(label_or_words(part.name, "(none named)"));
        if (ties) {
            row.emplace_back(relation_labels_of(network, part.rows));
            row.emplace_back(signs_of(network, part.rows));
        }
        if (explanation.additive) row.emplace_back(part.share);
        row.emplace_back(part.without);
        row.emplace_back(part.rank_without);
        row.emplace_back(explanation.by == ExplainBy::source ? "" : citations_of(network, part.rows));
        row.emplace_back(lines_of(network, part.rows));
        table.rows.push_back(std::move(row));
    }
    return table;
}

std::string value_line(const Network& network, const Explanation& explanation) {
    if (std::isnan(explanation.value))
        return fmt::format("{} has no {}: it is not defined here.\n", network.label(explanation.actor),
                           explanation.measure);
    return fmt::format("{}: {} {}, {} of {}{}\n", network.label(explanation.actor), explanation.measure,
                       four_digits(explanation.value), ordinal(explanation.rank), explanation.of,
                       explanation.level > 0 ? fmt::format(" (with {} more)", explanation.level) : "");
}

std::string shares_line(const Explanation& explanation) {
    if (!explanation.additive)
        return "The measure is not a sum over ties: only leaving parts out shows what they give "
               "('without').\n";
    std::string text =
        fmt::format("Shares add up to the value; a share is that of {}.", explanation.share_is);
    if (std::abs(explanation.rest) > 0)
        text += fmt::format(" {} stands without any tie.", four_digits(explanation.rest));
    return text + "\n";
}

std::string sources_lines(const Network& network, const Explanation& explanation) {
    constexpr std::size_t most = 5;
    Table table{.columns = {"source", "title", "rows it alone backs", "without", "rank without"}, .rows = {}};
    for (const ExplainedPart& source : explanation.sources) {
        if (table.rows.size() == most || source.rank_without == explanation.rank) break;
        const CitedSource* cited = network.find_source(source.name);
        table.rows.push_back({source.name, cited == nullptr ? std::string() : cited->title,
                              std::uint64_t{source.rows.size()}, source.without, source.rank_without});
    }
    return table.rows.empty() ? "" : "\nSources that move the rank\n" + to_text(table, {});
}

}  // namespace

std::string ordinal(double rank) {
    const auto n = static_cast<std::uint64_t>(rank);
    const char* ending = n % 100 >= 11 && n % 100 <= 13 ? "th"
                         : n % 10 == 1                  ? "st"
                         : n % 10 == 2                  ? "nd"
                         : n % 10 == 3                  ? "rd"
                                                        : "th";
    return fmt::format("{}{}", n, ending);
}

std::string explanation_sentence(const Network& network, const Explanation& explanation) {
    if (std::isnan(explanation.value)) return {};
    const std::string place = fmt::format("{} {} place by {}", possessive(network.label(explanation.actor)),
                                          ordinal(explanation.rank), explanation.measure);
    if (!explanation.sources.empty()) {
        const ExplainedPart* source = hinge(explanation.sources, explanation.rank);
        if (source == nullptr && explanation.sources.size() == 1)
            return fmt::format("{} rests on [{}], the only source that the ties name", place,
                               explanation.sources.front().name);
        if (source == nullptr) return place + " rests on no one source";
        return fmt::format("{} rests on [{}]: {}", place, source->name, fall(*source));
    }
    if (explanation.by != ExplainBy::tie && explanation.by != ExplainBy::actor) return {};
    const ExplainedPart* part = hinge(explanation.parts, explanation.rank);
    if (part == nullptr)
        return fmt::format("{} rests on no one {}", place,
                           by_names[static_cast<std::size_t>(explanation.by)]);
    return fmt::format("{} rests on {}: {}", place, what_is_left_out(network, explanation, *part),
                       fall(*part));
}

Table explanation_table(const Network& network, MergeRule merge, const Explanation& explanation,
                        std::size_t top) {
    Table table{.columns = {"rank", "source", "target", "relation", "sign", "weight", "start", "end", "share",
                            "without", "rank_without", "citation", "file", "line"},
                .rows = {},
                .keys = 3};
    for (const ExplainedPart& part : explanation.parts) {
        if (table.rows.size() == top) break;
        const Named cells = named(network, explanation, part);
        table.rows.push_back({std::uint64_t{table.rows.size() + 1}, cells.source, cells.target,
                              cells.relation, signs_of(network, part.rows),
                              weight_of(network, merge, part.rows), start_or_none(network, part.rows),
                              end_or_none(network, part.rows), part.share, part.without, part.rank_without,
                              cells.citation, files_of(network, part.rows), lines_of(network, part.rows)});
    }
    if (is_rest_said(explanation)) {
        const std::string none;
        table.rows.push_back({std::uint64_t{table.rows.size() + 1}, none, none, std::string("(rest)"), none,
                              undefined, none, none, explanation.rest, undefined, undefined, none, none,
                              none});
    }
    return table;
}

Value explanation_value(const Network& network, MergeRule merge, const Explanation& explanation,
                        std::size_t top, Value settings) {
    Value::Object result = result_object();
    result.emplace_back("actor", network.id(explanation.actor));
    result.emplace_back("label", network.label(explanation.actor));
    result.emplace_back("measure", explanation.measure);
    result.emplace_back("value", explanation.value);
    result.emplace_back("rank", explanation.rank);
    result.emplace_back("of", explanation.of);
    result.emplace_back("level_with", explanation.level);
    result.emplace_back("by", by_names[static_cast<std::size_t>(explanation.by)]);
    result.emplace_back("decomposition", explanation.additive ? "exact" : "leave-one-out");
    result.emplace_back("share_is", text_value(explanation.share_is));
    Value::Array parts, sources, pairs;
    for (std::size_t i = 0; i < std::min(top, explanation.parts.size()); ++i)
        parts.push_back(part_value(network, merge, explanation, explanation.parts[i]));
    for (const ExplainedPart& source : explanation.sources) sources.push_back(source_value(network, source));
    for (std::size_t i = 0; i < std::min(top, explanation.pairs.size()); ++i) {
        const PairShare& pair = explanation.pairs[i];
        pairs.emplace_back(Value::Object{
            {"source", network.id(pair.source)}, {"target", network.id(pair.target)}, {"share", pair.share}});
    }
    result.emplace_back("parts", std::move(parts));
    result.emplace_back("rest", explanation.rest);
    result.emplace_back("sources", std::move(sources));
    if (!pairs.empty()) result.emplace_back("pairs", std::move(pairs));
    result.emplace_back("sentence", text_value(explanation_sentence(network, explanation)));
    Value::Array remarks;
    for (const std::string& remark : explanation.remarks) remarks.emplace_back(remark);
    result.emplace_back("remarks", std::move(remarks));
    result.emplace_back("settings", std::move(settings));
    return result;
}

std::string explanation_text(const Network& network, const Explanation& explanation, std::size_t top,
                             const TextOptions& options) {
    std::string text;
    if (const std::string sentence = explanation_sentence(network, explanation); !sentence.empty())
        text = sentence + ".\n";
    text += value_line(network, explanation);
    if (explanation.parts.empty()) return text + "No tie plays a part in it.\n";
    text += shares_line(explanation) + "\n";
    text += to_text(readable_parts(network, explanation, top), options);
    if (explanation.parts.size() > top)
        text += fmt::format("… and {} more (--top)\n", explanation.parts.size() - top);
    return text + sources_lines(network, explanation);
}

}  // namespace entente::report
