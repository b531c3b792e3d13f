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

std::string line_of(const Network& network, std::size_t actors, const Graph& graph,
                    const report::Settings& settings) {
    const std::uint64_t rows = row_count(graph.merged);
    const bool each_way = graph.directed() && graph.merged.rows.size() > rows;
    const std::string of_all = rows == network.tie_count() ? "" : fmt::format(" of {}", network.tie_count());
    return fmt::format("{}, {} from {}{} {}{} ({})", counted(actors, "actor", "actors"),
                       counted(graph.tie_count(), "tie", "ties"), rows, of_all,
                       noun(of_all.empty() ? rows : network.tie_count(), "row", "rows"),
                       each_way ? ", mutual ones counted each way" : "", report::settings_line(settings));
}

bool is_of_signed_ties(std::string_view name) {
    const auto row = std::ranges::find(measures(), name, &Measure::name);
    return row != measures().end() &&
           (row->applies == Applies::to_signed || row->applies == Applies::to_signed_directed);
}

}  // namespace

SignFilter default_ties(const std::vector<std::string>& measures) {
    return !measures.empty() && std::ranges::all_of(measures, is_of_signed_ties) ? SignFilter::all
                                                                                 : SignFilter::nonnegative;
}

std::string data_line(const SelectedData& data) {
    const report::Settings settings = data.settings();
    std::string lines = line_of(data.network(), data.graph.vertex_count(), data.graph, settings);
    for (const std::string& remark : settings.remarks) lines += '\n' + remark;
    return lines;
}

std::optional<SignedTies> signed_ties_of(const SelectedData& data, const std::vector<std::string>& measures) {
    SignedTies result;
    std::ranges::copy_if(measures, std::back_inserter(result.measures), is_of_signed_ties);
    if (result.measures.empty()) return std::nullopt;
    const Network& network = data.network();
    TieSelection selection = data.selection;
    selection.signs = SignFilter::all;
    selection.largest_component = false;  // the actors are those of the view
    const std::vector<ActorId>& actors = data.graph.actors;
    std::vector<TieId> rows = select_rows(network, selection);
    std::erase_if(rows, [&](TieId row) {
        return network.sign(row) == Sign::none ||
               !std::ranges::binary_search(actors, network.ties.source[index(row)]) ||
               !std::ranges::binary_search(actors, network.ties.target[index(row)]);
    });
    const auto hostile =
        std::ranges::count_if(rows, [&](TieId row) { return network.sign(row) == Sign::negative; });
    const Graph graph =
        build_graph(network, selection, {.directed = data.graph.directed(), .weighted = false}, rows);
    selection.weighting = Weighting::unweighted;
    selection.largest_component = data.selection.largest_component;
    result.all = result.measures.size() == measures.size();
    result.settings = {.selection = selection,
                       .resolved = {graph.directed(), graph.weighted()},
                       .seed = {},
                       .more = {},
                       .signed_only = true,
                       .remarks = data.settings().remarks};
    result.line = line_of(network, actors.size(), graph, result.settings);
    result.remark =
        fmt::format("ties of both signs, whatever --ties says: {} positive and {} hostile of {} rows",
                    static_cast<std::ptrdiff_t>(rows.size()) - hostile, hostile, network.tie_count());
    return result;
}

std::vector<std::string> data_lines(const SelectedData& data, const std::vector<std::string>& measures) {
    const std::optional<SignedTies> of_signed = signed_ties_of(data, measures);
    if (!of_signed) return {data_line(data)};
    if (of_signed->all) return {of_signed->line};
    return {data_line(data), fmt::format("{}: {}", fmt::join(of_signed->measures, ", "), of_signed->remark)};
}

}  // namespace entente::study
