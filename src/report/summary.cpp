#include "report/summary.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "base/number.hpp"
#include "base/prose.hpp"

namespace entente::report {

namespace {

struct Line {
    std::string name, value;
};

std::string share(double part) {
    return std::isnan(part) ? "–" : fmt::format("{} %", format_number(std::round(1000 * part) / 10));
}

// The first actors by name, the rest counted.
std::string names(const Network& network, const std::vector<ActorId>& actors) {
    constexpr std::size_t most = 8;
    if (actors.empty()) return "none";
    std::string text;
    for (std::size_t i = 0; i < std::min(most, actors.size()); ++i)
        text += (i == 0 ? "" : ", ") + std::string(network.label(actors[i]));
    return actors.size() <= most ? text : text + fmt::format(" and {} more", actors.size() - most);
}

std::string triads(const Summary& summary) {
    std::string text;
    for (std::size_t i = 0; i < summary.triad_census.size(); ++i) {
        if (summary.triad_census[i] > 0)
            text += fmt::format("{}{} {}", text.empty() ? "" : ", ", triad_names[i], summary.triad_census[i]);
    }
    return text;
}

std::vector<Line> lines_of(const Network& network, const Summary& s) {
    std::vector<Line> lines{
        {"actors", fmt::format("{}", s.actors)},
        {"ties", s.rows == s.ties ? fmt::format("{}", s.ties)
                                  : fmt::format("{} from {}{}", s.ties, counted(s.rows, "row"),
                                                s.directed ? " (an undirected one counts each way)" : "")}};
    if (network.has_signs()) {
        std::string signs = fmt::format("{} friendly, {} hostile ({})", s.positive_ties, s.hostile_ties,
                                        share(s.hostile_share));
        if (s.conflicting_ties > 0) signs += fmt::format(", {} of them both", s.conflicting_ties);
        if (s.unsigned_ties > 0) signs += fmt::format("; {} neither", s.unsigned_ties);
        lines.push_back({"signs", signs});
    }
    lines.push_back({"density", four_digits(s.density)});
    lines.push_back({"components", s.components <= 1 ? fmt::format("{}", s.components)
                                                     : fmt::format("{}, the largest of {}", s.components,
                                                                   counted(s.largest_component, "actor"))});
    if (s.directed) lines.push_back({"strong components", fmt::format("{}", s.strong_components)});
    lines.push_back({"isolated actors", fmt::format("{}", s.isolates)});
    if (const auto& sample = s.distance_sample) {
        lines.push_back({"diameter", fmt::format("at least {}", sample->diameter_at_least)});
        lines.push_back(
            {"mean distance",
             fmt::format("{} ± {} (standard error; from {} drawn at random)", four_digits(s.mean_distance),
                         four_digits(sample->mean_distance_error), counted(sample->actors, "actor"))});
    } else {
        lines.push_back({"diameter", four_digits(s.diameter)});
        lines.push_back({"mean distance", four_digits(s.mean_distance)});
    }
    if (s.directed) {
        lines.push_back({"reciprocity", fmt::format("{} of the ties, {} of the tied pairs",
                                                    share(s.reciprocity), share(s.dyadic_reciprocity))});
    }
    lines.push_back({"transitivity", four_digits(s.transitivity)});
    lines.push_back({"mean clustering", four_digits(s.mean_clustering)});
    lines.push_back(
        {"assortativity", fmt::format("{} by degree, {} by kind", four_digits(s.degree_assortativity),
                                      four_digits(s.kind_assortativity))});
    lines.push_back(
        {"centralization",
         fmt::format("degree {}, betweenness {}, closeness {}", four_digits(s.degree_centralization),
                     four_digits(s.betweenness_centralization), four_digits(s.closeness_centralization))});
    lines.push_back({"articulation actors", names(network, s.articulation_actors)});
    if (!s.triad_census.empty()) lines.push_back({"triads", triads(s)});
    return lines;
}

}  // namespace

Table summary_table(const Network&, const Summary& s) {
    Table table{.columns = {"figure", "value"}, .rows = {}};
    const auto count = [&](const char* name, std::uint64_t value) {
        table.rows.push_back({std::string(name), value});
    };
    const auto number = [&](const char* name, double value) {
        table.rows.push_back({std::string(name), value});
    };
    count("actors", s.actors);
    count("ties", s.ties);
    count("rows", s.rows);
    count("positive_ties", s.positive_ties);
    count("hostile_ties", s.hostile_ties);
    count("conflicting_ties", s.conflicting_ties);
    count("unsigned_ties", s.unsigned_ties);
    number("hostile_share", s.hostile_share);
    number("density", s.density);
    count("components", s.components);
    count("strong_components", s.strong_components);
    count("largest_component", s.largest_component);
    count("isolates", s.isolates);
    number("diameter", s.diameter);
    number("mean_distance", s.mean_distance);
    number("reciprocity", s.reciprocity);
    number("dyadic_reciprocity", s.dyadic_reciprocity);
    number("transitivity", s.transitivity);
    number("mean_clustering", s.mean_clustering);
    number("degree_assortativity", s.degree_assortativity);
    number("kind_assortativity", s.kind_assortativity);
    number("degree_centralization", s.degree_centralization);
    number("betweenness_centralization", s.betweenness_centralization);
    number("closeness_centralization", s.closeness_centralization);
    count("articulation_actors", s.articulation_actors.size());
    for (std::size_t i = 0; i < s.triad_census.size(); ++i)
        table.rows.push_back({fmt::format("triads_{}", triad_names[i]), s.triad_census[i]});
    return table;
}

Value summary_value(const Network& network, const Summary& s, Value null_model, Value settings) {
    Value::Object result = result_object();
    Value::Array articulation, left_out;
    for (const ActorId actor : s.articulation_actors) articulation.emplace_back(network.id(actor));
    for (const std::string& what : s.left_out) left_out.emplace_back(what);
    Value::Object triad_census;
    for (std::size_t i = 0; i < s.triad_census.size(); ++i)
        triad_census.emplace_back(triad_names[i], s.triad_census[i]);
    const Value::Object fields{
        {"actors", s.actors},
        {"ties", s.ties},
        {"rows", s.rows},
        {"density", s.density},
        {"components", s.components},
        {"strong_components", s.strong_components},
        {"largest_component", s.largest_component},
        {"isolates", s.isolates},
        {"diameter", s.diameter},
        {"mean_distance", s.mean_distance},
        {"reciprocity", s.reciprocity},
        {"dyadic_reciprocity", s.dyadic_reciprocity},
        {"transitivity", s.transitivity},
        {"mean_clustering", s.mean_clustering},
        {"degree_assortativity", s.degree_assortativity},
        {"kind_assortativity", s.kind_assortativity},
        {"centralization", Value::Object{{"degree", s.degree_centralization},
                                         {"betweenness", s.betweenness_centralization},
                                         {"closeness", s.closeness_centralization}}},
        {"signs", Value::Object{{"positive", s.positive_ties},
                                {"hostile", s.hostile_ties},
                                {"conflicting", s.conflicting_ties},
                                {"unsigned", s.unsigned_ties},
                                {"hostile_share", s.hostile_share}}},
        {"articulation_actors", std::move(articulation)},
        {"triad_census", triad_census.empty() ? Value() : Value(std::move(triad_census))},
        {"left_out", std::move(left_out)},
        {"null_model", std::move(null_model)},
        {"settings", std::move(settings)}};
    result.insert(result.end(), fields.begin(), fields.end());
    if (const auto& sample = s.distance_sample)
        result.emplace_back("distance_sample",
                            Value::Object{{"actors", sample->actors},
                                          {"diameter_at_least", sample->diameter_at_least},
                                          {"mean_distance_error", sample->mean_distance_error}});
    return result;
}

std::string summary_text(const Network& network, const Summary& summary) {
    const std::vector<Line> lines = lines_of(network, summary);
    std::size_t width = 0;
    for (const Line& line : lines) width = std::max(width, line.name.size());
    std::string text;
    for (const Line& line : lines) text += fmt::format("{:<{}}  {}\n", line.name, width, line.value);
    return text;
}

}  // namespace entente::report
