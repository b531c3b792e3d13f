#include "cli/view.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>

#include "analysis/centrality/measures.hpp"
#include "base/text.hpp"
#include "cli/terminal/messages.hpp"

namespace entente::cli {

View view_of(Context& context, const DataOptions& data, const SelectionOptions& options, SignFilter otherwise,
             Remarks remarks) {
    (void)selection_of(options);  // contradictions are said before anything is read
    io::Reading reading = load(context, data, remarks);
    const TieSelection selection = selection_of(options, otherwise);  // with the dataset's own defaults
    if (selection.window && !reading.network.has_dates())
        note(context, "the data have no dates: --at, --from and --to leave no tie out");
    Graph graph = build_graph(reading.network, selection);
    return {.reading = std::move(reading), .selection = selection, .graph = std::move(graph)};
}

ActorId actor_named(Context& context, const Network& network, const std::string& word) {
    const ActorId actor = network.find_actor(word);
    const bool by_id = lower(network.id(actor)) == lower(word);
    for (std::size_t i = 0; by_id && i < network.actor_count(); ++i) {
        const auto other = static_cast<ActorId>(i);
        if (other == actor || lower(network.label(other)) != lower(word)) continue;
        note(context,
             fmt::format("'{}' is taken for the id of {}; the other actor of that name has the id '{}'", word,
                         network.label(actor), network.id(other)));
        break;
    }
    return actor;
}

std::string some(std::uint64_t count, std::string_view one, std::string_view many) {
    return fmt::format("{} {}", count, count == 1 ? one : many);
}

namespace {

std::string line_of(const Network& network, std::size_t actors, const Graph& graph,
                    const report::Settings& settings) {
    const std::uint64_t rows = row_count(graph.merged);
    const bool each_way = graph.directed() && graph.merged.rows.size() > rows;
    const std::string of_all = rows == network.tie_count() ? "" : fmt::format(" of {}", network.tie_count());
    return fmt::format("{}, {} from {}{} {}{} ({})", some(actors, "actor", "actors"),
                       some(graph.tie_count(), "tie", "ties"), rows, of_all,
                       (of_all.empty() ? rows : network.tie_count()) == 1 ? "row" : "rows",
                       each_way ? ", mutual ones counted each way" : "", report::settings_line(settings));
}

bool is_of_signed_ties(std::string_view name) {
    const auto row = std::ranges::find(measures(), name, &Measure::name);
    return row != measures().end() &&
           (row->applies == Applies::to_signed || row->applies == Applies::to_signed_directed);
}

}  // namespace

std::string view_line(const View& view) {
    return line_of(view.network(), view.graph.vertex_count(), view.graph, view.settings());
}

std::optional<SignedTies> signed_ties_of(const View& view, const std::vector<std::string>& measures) {
    SignedTies result;
    std::ranges::copy_if(measures, std::back_inserter(result.measures), is_of_signed_ties);
    if (result.measures.empty()) return std::nullopt;
    const Network& network = view.network();
    TieSelection selection = view.selection;
    selection.signs = SignFilter::all;
    selection.largest_component = false;  // the actors are those of the view
    selection.weighting = Weighting::unweighted;
    const std::vector<ActorId>& actors = view.graph.actors;
    std::vector<TieId> rows = select_rows(network, selection);
    std::erase_if(rows, [&](TieId row) {
        return network.sign(row) == Sign::none ||
               !std::ranges::binary_search(actors, network.ties.source[index(row)]) ||
               !std::ranges::binary_search(actors, network.ties.target[index(row)]);
    });
    const auto hostile =
        std::ranges::count_if(rows, [&](TieId row) { return network.sign(row) == Sign::negative; });
    const Graph graph = build_graph(network, selection, resolve(network, selection, rows), rows);
    selection.largest_component = view.selection.largest_component;
    result.all = result.measures.size() == measures.size();
    result.settings = {.selection = selection,
                       .resolved = {graph.directed(), graph.weighted()},
                       .seed = {},
                       .more = {},
                       .signed_only = true};
    result.line = line_of(network, actors.size(), graph, result.settings);
    result.remark =
        fmt::format("ties of both signs, whatever --ties says: {} positive and {} hostile of {} rows",
                    static_cast<std::ptrdiff_t>(rows.size()) - hostile, hostile, network.tie_count());
    return result;
}

std::vector<std::string> view_lines(const View& view, const std::vector<std::string>& measures) {
    const std::optional<SignedTies> of_signed = signed_ties_of(view, measures);
    if (!of_signed) return {view_line(view)};
    if (of_signed->all) return {of_signed->line};
    return {view_line(view), fmt::format("{}: {}", fmt::join(of_signed->measures, ", "), of_signed->remark)};
}

}  // namespace entente::cli
