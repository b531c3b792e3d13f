#include "cli/view.hpp"

#include <fmt/format.h>

namespace entente::cli {

View view_of(Context& context, const DataOptions& data, const SelectionOptions& options, SignFilter otherwise) {
    (void)selection_of(options);  // contradictions are said before anything is read
    io::Reading reading = load(context, data);
    const TieSelection selection = selection_of(options, otherwise);  // with the dataset's own defaults
    Graph graph = build_graph(reading.network, selection);
    return {.reading = std::move(reading), .selection = selection, .graph = std::move(graph)};
}

std::string view_line(const View& view) {
    return fmt::format("{} actors, {} ties ({})", view.graph.vertex_count(), view.graph.tie_count(), report::settings_line(view.settings()));
}

}  // namespace entente::cli
