#include "report/ties.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <set>
#include <string_view>
#include <tuple>

#include "model/findings/scores.hpp"
#include "model/merged_ties.hpp"

namespace entente::report {

namespace {

template <class CellOf>
std::string joined(const std::vector<TieId>& rows, CellOf cell_of) {
    std::string text;
    std::set<std::string> seen;
    for (const TieId row : rows) {
        std::string cell(cell_of(row));
        if (cell.empty() || !seen.insert(cell).second) continue;
        text += (text.empty() ? "" : "; ") + cell;
    }
    return text;
}

// The last two parts of a path: enough to tell files apart, and the same wherever the data lie.
std::string short_path(std::string_view path) {
    const std::size_t last = path.rfind('/');
    if (last == std::string_view::npos || last == 0) return std::string(path);
    const std::size_t before = path.rfind('/', last - 1);
    return std::string(before == std::string_view::npos ? path : path.substr(before + 1));
}

bool several_tie_files(const Network& network) {
    return std::ranges::any_of(network.ties.place, [&](const RowPlace& place) {
        return place.file != network.ties.place.front().file;
    });
}

}  // namespace

std::vector<TieGroup> tie_groups(const Network& network, const TieSelection& selection,
                                 ResolvedSelection resolved, const std::vector<TieId>& rows) {
    const bool any_said =
        std::ranges::any_of(rows, [&](TieId row) { return network.directed(row) != Directedness::unsaid; });
    std::vector<TieGroup> groups;
    std::map<std::tuple<ActorId, ActorId, bool, Sign>, std::size_t> known;
    for (const TieId row : rows) {
        const ActorId source = network.ties.source[index(row)], target = network.ties.target[index(row)];
        const bool directed = resolved.directed && !both_ways(network.directed(row), any_said);
        const bool turned = !directed && target < source;
        const auto [at, fresh] = known.try_emplace(
            {turned ? target : source, turned ? source : target, directed, network.sign(row)}, groups.size());
        if (fresh)
            groups.push_back({.source = source,
                              .target = target,
                              .directed = directed,
                              .sign = network.sign(row),
                              .rows = {}});
        groups[at->second].rows.push_back(row);
    }
    for (TieGroup& group : groups) {
        if (resolved.weighted) group.strength = merged_strength(network, selection.merge, group.rows);
    }
    return groups;
}

const char* sign_text(Sign sign) {
    if (sign == Sign::none) return "";
    return sign == Sign::positive ? "+" : "-";
}

std::string relations_of(const Network& network, const std::vector<TieId>& rows) {
    return joined(rows, [&](TieId row) { return network.ties.relation[index(row)]; });
}

std::string relation_label(const Network& network, TieId row) {
    const std::string_view name = network.ties.relation[index(row)];
    const Relation* relation = network.find_relation(name);
    return relation == nullptr || relation->label.empty() ? std::string(name) : relation->label;
}

std::string relation_labels_of(const Network& network, const std::vector<TieId>& rows) {
    return joined(rows, [&](TieId row) { return relation_label(network, row); });
}

std::string citations_of(const Network& network, const std::vector<TieId>& rows) {
    return joined(rows, [&](TieId row) { return network.ties.citation[index(row)]; });
}

std::string start_of(const Network& network, const std::vector<TieId>& rows) {
    if (!network.has_dates()) return "";
    const auto first = std::ranges::min_element(
        rows, {}, [&](TieId row) { return network.ties.period[index(row)].start.earliest; });
    const DayInterval date = network.ties.period[index(*first)].start;
    return date.earliest == beginning_of_time ? "" : to_string(date);
}

std::string end_of(const Network& network, const std::vector<TieId>& rows) {
    if (!network.has_dates()) return "";
    const auto last = std::ranges::max_element(
        rows, {}, [&](TieId row) { return network.ties.period[index(row)].end.latest; });
    const DayInterval date = network.ties.period[index(*last)].end;
    return date.latest == end_of_time ? "" : to_string(date);
}

double confidence_of(const Network& network, const std::vector<TieId>& rows) {
    if (rows.size() == 1) return network.confidence(rows.front());
    double none = 1;
    for (const TieId row : rows) none *= 1 - network.confidence(row);
    return 1 - none;
}

std::string lines_of(const Network& network, const std::vector<TieId>& rows) {
    const bool several = several_tie_files(network);
    std::string text;
    for (const TieId row : rows) {
        const RowPlace place = network.ties.place[index(row)];
        text += text.empty() ? "" : "; ";
        text += several ? fmt::format("{}:{}", short_path(network.files[place.file]), place.line)
                        : fmt::format("{}", place.line);
    }
    return text;
}

Table ties_table(const Network& network, const std::vector<TieGroup>& groups,
                 const std::vector<double>& betweenness_of_row) {
    Table table{.columns = {"source", "source_label", "target", "target_label", "directed", "relation",
                            "sign", "strength", "start", "end", "confidence", "rows", "lines", "citation"},
                .rows = {}};
    if (!betweenness_of_row.empty()) table.columns.emplace_back("betweenness");
    for (const TieGroup& group : groups) {
        table.rows.push_back({std::string(network.id(group.source)), std::string(network.label(group.source)),
                              std::string(network.id(group.target)), std::string(network.label(group.target)),
                              std::string(group.directed ? "true" : "false"),
                              relations_of(network, group.rows), std::string(sign_text(group.sign)),
                              group.strength, start_of(network, group.rows), end_of(network, group.rows),
                              confidence_of(network, group.rows), std::uint64_t{group.rows.size()},
                              lines_of(network, group.rows), citations_of(network, group.rows)});
        if (!betweenness_of_row.empty())
            table.rows.back().emplace_back(betweenness_of_row[index(group.rows.front())]);
    }
    return table;
}

Value tie_value(const Network& network, const TieGroup& group) {
    const auto text = [](const std::string& cell) { return cell.empty() ? Value() : Value(cell); };
    return Value::Object{{"source", network.id(group.source)},
                         {"target", network.id(group.target)},
                         {"directed", group.directed},
                         {"relation", text(relations_of(network, group.rows))},
                         {"sign", text(sign_text(group.sign))},
                         {"strength", group.strength},
                         {"start", text(start_of(network, group.rows))},
                         {"end", text(end_of(network, group.rows))},
                         {"confidence", confidence_of(network, group.rows)},
                         {"rows", std::uint64_t{group.rows.size()}},
                         {"citation", text(citations_of(network, group.rows))}};
}

}  // namespace entente::report
