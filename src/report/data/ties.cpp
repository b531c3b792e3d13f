#include "report/data/ties.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <set>
#include <string_view>

#include "model/findings/scores.hpp"

namespace entente::report {

namespace {

std::string joined(const std::vector<std::string_view>& cells) {
    return fmt::format("{}", fmt::join(cells, "; "));
}

// The last two parts of a path: enough to distinguish files, and the same wherever the data lie.
std::string short_path(std::string_view path) {
    const std::size_t last = path.rfind('/');
    if (last == std::string_view::npos || last == 0) return std::string(path);
    const std::size_t before = path.rfind('/', last - 1);
    return std::string(before == std::string_view::npos ? path : path.substr(before + 1));
}

std::size_t count_tie_files(const Network& network) {
    std::set<std::uint32_t> files;
    for (const RowPlace& place : network.ties.place) files.insert(place.file);
    return files.size();
}

// Where the rows stand: "3; 7" of one file of ties, "a/ties.csv:3; b/ties.csv:7" of several.
std::string lines_of(const Network& network, std::span<const TieId> rows, std::size_t tie_files) {
    std::string text;
    for (const TieId row : rows) {
        const RowPlace place = network.ties.place[index(row)];
        text += text.empty() ? "" : "; ";
        text += tie_files > 1 ? fmt::format("{}:{}", short_path(network.files[place.file]), place.line)
                              : fmt::format("{}", place.line);
    }
    return text;
}

}  // namespace

std::string lines_of(const Network& network, std::span<const TieId> rows) {
    return lines_of(network, rows, count_tie_files(network));
}

std::string relations_of(const Network& network, std::span<const TieId> rows) {
    return joined(different_cells(network.ties.relation, rows));
}

std::string relation_labels_of(const Network& network, std::span<const TieId> rows) {
    return joined(relation_labels(network, rows));
}

std::string citations_of(const Network& network, std::span<const TieId> rows) {
    return joined(different_cells(network.ties.citation, rows));
}

std::string start_of(const Network& network, std::span<const TieId> rows) {
    if (!network.has_dates()) return "";
    const auto first = std::ranges::min_element(
        rows, {}, [&](TieId row) { return network.ties.period[index(row)].start.earliest; });
    const DayInterval date = network.ties.period[index(*first)].start;
    return date.earliest == beginning_of_time ? "" : to_string(date);
}

std::string end_of(const Network& network, std::span<const TieId> rows) {
    if (!network.has_dates()) return "";
    const auto last = std::ranges::max_element(
        rows, {}, [&](TieId row) { return network.ties.period[index(row)].end.latest; });
    const DayInterval date = network.ties.period[index(*last)].end;
    return date.latest == end_of_time ? "" : to_string(date);
}

double confidence_of(const Network& network, std::span<const TieId> rows) {
    if (rows.size() == 1) return network.confidence(rows.front());
    double none = 1;
    for (const TieId row : rows) none *= 1 - network.confidence(row);
    return 1 - none;
}

Table ties_table(const Network& network, const Bundles& ties, const std::vector<double>& betweenness_of_row) {
    Table table{.columns = {"source", "source_label", "target", "target_label", "directed", "relation",
                            "sign", "strength", "start", "end", "confidence", "rows", "lines", "citation"},
                .rows = {}};
    if (!betweenness_of_row.empty()) table.columns.emplace_back("betweenness");
    const std::size_t files = count_tie_files(network);
    for (std::size_t t = 0; t < ties.size(); ++t) {
        const Bundle& tie = ties.ties[t];
        const auto rows = ties.rows_of(t);
        table.rows.push_back({std::string(network.id(tie.source)), std::string(network.label(tie.source)),
                              std::string(network.id(tie.target)), std::string(network.label(tie.target)),
                              std::string(tie.directed ? "true" : "false"), relations_of(network, rows),
                              std::string(sign_text(tie.sign)), tie.strength, start_of(network, rows),
                              end_of(network, rows), confidence_of(network, rows), std::uint64_t{rows.size()},
                              lines_of(network, rows, files), citations_of(network, rows)});
        if (!betweenness_of_row.empty())
            table.rows.back().emplace_back(betweenness_of_row[index(rows.front())]);
    }
    return table;
}

Value tie_value(const Network& network, const Bundles& ties, std::size_t tie) {
    const auto text = [](const std::string& cell) { return cell.empty() ? Value() : Value(cell); };
    const Bundle& bundle = ties.ties[tie];
    const auto rows = ties.rows_of(tie);
    return Value::Object{{"source", network.id(bundle.source)},
                         {"target", network.id(bundle.target)},
                         {"directed", bundle.directed},
                         {"relation", text(relations_of(network, rows))},
                         {"sign", text(sign_text(bundle.sign))},
                         {"strength", bundle.strength},
                         {"start", text(start_of(network, rows))},
                         {"end", text(end_of(network, rows))},
                         {"confidence", confidence_of(network, rows)},
                         {"rows", std::uint64_t{rows.size()}},
                         {"citation", text(citations_of(network, rows))}};
}

}  // namespace entente::report
