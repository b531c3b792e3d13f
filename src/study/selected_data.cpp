#include "study/selected_data.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <set>

#include "analysis/centrality/measures.hpp"
#include "base/prose.hpp"

namespace entente::study {

namespace {

// How many of the rows in use have no date.
std::uint64_t undated_rows(const Network& network, const Graph& graph) {
    std::vector<bool> seen(network.tie_count());
    std::uint64_t count = 0;
    for (const TieId row : graph.merged.rows) {
        if (seen[index(row)]) continue;
        seen[index(row)] = true;
        count += network.ties.period[index(row)] == Period{} ? 1 : 0;
    }
    return count;
}

bool is_spell(const Network& network, TieId row) {
    if (!network.has_dates()) return false;
    const Period& period = network.ties.period[index(row)];
    return period.start != period.end && period != Period{};
}

// How many rows say once more what another row of their pair says: of the same sign and relation, and no
// spells, which may follow each other.
std::uint64_t repeated_rows(const Network& network, const Graph& graph) {
    std::uint64_t count = 0;
    std::set<std::pair<Sign, std::string_view>> known;
    for (std::size_t tie = 0; tie < graph.merged.size(); ++tie) {
        const auto rows = graph.merged.rows_of(tie);
        if (rows.size() < 2) continue;
        known.clear();
        for (const TieId row : rows) {
            if (is_spell(network, row)) continue;
            count += known.emplace(network.sign(row), network.ties.relation[index(row)]).second ? 0 : 1;
        }
    }
    return count;
}

}  // namespace

std::vector<std::string> remarks_on(const Graph& graph, const TieSelection& selection,
                                    const io::Reading& reading) {
    const Network& network = reading.network;
    std::vector<std::string> remarks;
    if (selection.signs != SignFilter::all) remarks = reading.cautions;
    const std::uint64_t rows = row_count(graph.merged);
    if (selection.window && network.has_dates()) {
        const std::uint64_t undated = undated_rows(network, graph);
        if (undated > 0) {
            remarks.push_back(fmt::format("{} of the {} in use {} no date and {} whenever asked", undated,
                                          counted(rows, "row"), noun(undated, "has", "have"),
                                          noun(undated, "is kept", "are kept")));
        }
    }
    if (const std::uint64_t zero = count_weightless(network, selection); zero > 0) {
        remarks.push_back(fmt::format("{} of weight 0 {} no tie where strengths count; --unweighted takes {}",
                                      counted(zero, "row"), noun(zero, "is", "are"),
                                      noun(zero, "it", "them")));
    }
    for (std::string& remark : remarks_on_dates(network, selection)) remarks.push_back(std::move(remark));
    if (!graph.weighted() && !network.has_weights() && repeated_rows(network, graph) > 0) {
        remarks.push_back(fmt::format("{} became {} of 1 each: --weighted counts the rows of a pair",
                                      counted(rows, "row"), counted(graph.tie_count(), "tie")));
    }
    return remarks;
}

report::Settings settings_of(const Graph& graph, const TieSelection& selection, const io::Reading& reading) {
    return {.selection = selection,
            .resolved = {graph.directed(), graph.weighted()},
            .seed = {},
            .more = {},
            .reading = reading.ledger.read_as,
            .remarks = remarks_on(graph, selection, reading)};
}

SelectedData select_data(io::Reading reading, const TieSelection& selection) {
    Graph graph = build_graph(reading.network, selection);
    return {.reading = std::move(reading), .selection = selection, .graph = std::move(graph)};
}

namespace {

// What a line about the ties of a result counts.
struct Counts {
    std::uint64_t actors = 0, ties = 0, rows = 0;
    bool each_way = false;
};

std::string line_of(const Network& network, const Counts& counts, const report::Settings& settings) {
    const bool all = counts.rows == network.tie_count();
    const std::string of_all = all ? "" : fmt::format(" of {}", network.tie_count());
    return fmt::format(
        "{}, {} from {}{} {}{} ({})", counted(counts.actors, "actor"), counted(counts.ties, "tie"),
        counts.rows, of_all, noun(network.tie_count(), "row", "rows"),
        counts.each_way ? ", mutual ones counted each way" : "", report::settings_line(settings));
}

bool is_named_signed(std::string_view name) {
    const auto row = std::ranges::find(measures(), name, &Measure::name);
    return row != measures().end() && is_of_signed_ties(*row);
}

}  // namespace

SignFilter default_ties(const std::vector<std::string>& measures) {
    return !measures.empty() && std::ranges::all_of(measures, is_named_signed) ? SignFilter::all
                                                                               : SignFilter::nonnegative;
}

std::string data_line(const SelectedData& data) {
    const report::Settings settings = data.settings();
    const std::uint64_t rows = row_count(data.graph.merged);
    std::string lines = line_of(data.network(),
                                {.actors = data.graph.vertex_count(),
                                 .ties = data.graph.tie_count(),
                                 .rows = rows,
                                 .each_way = data.graph.directed() && data.graph.merged.rows.size() > rows},
                                settings);
    for (const std::string& remark : settings.remarks) lines += '\n' + remark;
    return lines;
}

std::optional<SignedTies> signed_ties_of(const SelectedData& data, const ScoreTable& scores) {
    SignedTies result;
    const SignedTiesUsed* used = nullptr;
    for (const Scores& column : scores.columns) {
        if (!column.signed_ties) continue;
        result.measures.push_back(column.measure);
        used = &*column.signed_ties;
    }
    if (used == nullptr) return std::nullopt;
    result.all = result.measures.size() == scores.columns.size();
    result.settings = {.selection = data.selection,
                       .resolved = {used->directed, data.graph.weighted()},
                       .seed = {},
                       .more = {},
                       .signed_only = true,
                       .remarks = data.settings().remarks};
    result.settings.selection.signs = SignFilter::all;
    result.line = line_of(data.network(),
                          {.actors = data.graph.vertex_count(),
                           .ties = used->ties,
                           .rows = used->rows(),
                           .each_way = used->directed && used->mutual},
                          result.settings);
    result.remark =
        fmt::format("ties of both signs, whatever --ties says: {} positive and {} hostile of {}",
                    used->positive_rows, used->hostile_rows, counted(data.network().tie_count(), "row"));
    return result;
}

std::optional<SignedTies> signed_ties_of(const SelectedData& data, const std::string& measure) {
    if (!is_named_signed(measure)) return std::nullopt;
    ScoreTable one;
    one.columns.push_back({measure, {}, {}});
    one.columns.back().signed_ties = signed_ties_used({data.network(), data.selection, data.graph});
    return signed_ties_of(data, one);
}

namespace {

std::vector<std::string> lines_with(const SelectedData& data, const std::optional<SignedTies>& of_signed) {
    if (!of_signed) return {data_line(data)};
    if (of_signed->all) return {of_signed->line};
    return {data_line(data), fmt::format("{}: {}", fmt::join(of_signed->measures, ", "), of_signed->remark)};
}

}  // namespace

std::vector<std::string> data_lines(const SelectedData& data, const ScoreTable& scores) {
    return lines_with(data, signed_ties_of(data, scores));
}

std::vector<std::string> data_lines(const SelectedData& data, const std::string& measure) {
    return lines_with(data, signed_ties_of(data, measure));
}

}  // namespace entente::study
