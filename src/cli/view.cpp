#include "cli/view.hpp"

#include "base/text.hpp"
#include "cli/say.hpp"

#include <fmt/format.h>

namespace entente::cli {

View view_of(Context& context, const DataOptions& data, const SelectionOptions& options, SignFilter otherwise, Remarks remarks) {
    (void)selection_of(options);  // contradictions are said before anything is read
    io::Reading reading = load(context, data, remarks);
    const TieSelection selection = selection_of(options, otherwise);  // with the dataset's own defaults
    if (selection.window && !reading.network.has_dates()) note(context, "the data have no dates: --at, --from and --to leave no tie out");
    Graph graph = build_graph(reading.network, selection);
    return {.reading = std::move(reading), .selection = selection, .graph = std::move(graph)};
}

ActorId actor_named(Context& context, const Network& network, const std::string& word) {
    const ActorId actor = network.find_actor(word);
    const bool by_id = lower(network.id(actor)) == lower(word);
    for (std::size_t i = 0; by_id && i < network.actor_count(); ++i) {
        const auto other = static_cast<ActorId>(i);
        if (other == actor || lower(network.label(other)) != lower(word)) continue;
        note(context, fmt::format("'{}' is taken for the id of {}; the other actor of that name has the id '{}'", word, network.label(actor), network.id(other)));
        break;
    }
    return actor;
}

std::string view_line(const View& view) {
    const std::uint64_t rows = row_count(view.graph.merged);
    const bool each_way = view.graph.directed() && view.graph.merged.rows.size() > rows;
    const std::string of_all = rows == view.network().tie_count() ? "" : fmt::format(" of {}", view.network().tie_count());
    return fmt::format("{} actors, {} ties from {}{} rows{} ({})", view.graph.vertex_count(), view.graph.tie_count(), rows, of_all, each_way ? ", mutual ones counted each way" : "",
                       report::settings_line(view.settings()));
}

}  // namespace entente::cli
