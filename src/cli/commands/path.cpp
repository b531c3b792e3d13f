// entente path: how one actor reaches another.
#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "cli/commands.hpp"
#include "cli/over_data.hpp"
#include "graph/paths/shortest_paths.hpp"
#include "report/paths.hpp"

namespace entente::cli {

namespace {

constexpr std::array<Example, 2> examples{{
    {"path data/jerusalem-axis iran hamas",
     "The ways by which Iran reaches Hamas along ties that are not hostile."},
    {"path data/florentine-families medici strozzi --relation marriage",
     "From family to family by marriages."},
}};

struct Settings {
    DataOptions data;
    SelectionOptions selection;
    std::uint64_t at_most = 10;
};

Vertex vertex_of(Context& context, const study::SelectedData& view, const std::string& word) {
    const ActorId actor = actor_named(context, view.network(), word);
    const auto at = std::ranges::find(view.graph.actors, actor);
    if (at == view.graph.actors.end())
        throw Error(
            Fault::usage,
            fmt::format(
                "'{}' is not among the actors selected; leave out --kind, --largest-component or --project",
                word));
    return static_cast<Vertex>(at - view.graph.actors.begin());
}

void run(Context& context, const Settings& given) {
    DataOptions data = given.data;
    const std::vector<std::string> actors = take_last_words(data, 2, "two actors, from and to, are");
    const TieSelection ties = selection_of(given.selection);
    const study::SelectedData view = selected_data(context, data, ties);
    const Vertex from = vertex_of(context, view, actors[0]), to = vertex_of(context, view, actors[1]);
    const ShortestPaths found = shortest_paths(view.graph, from, to, given.at_most);
    const MergedTies& merged = view.graph.merged;
    deliver_result(
        context,
        {.rows = [&] { return report::paths_table(view.network(), merged, found); },
         .json =
             [&] {
                 return report::paths_value(view.network(), merged, found, settings_value(view.settings()));
             },
         .text = [&] { return report::paths_text(view.network(), merged, found, view.graph.weighted()); },
         .remarks = {data_line(view)}});
}

void own_options(Options& options, Settings& settings) {
    options.push_back({.names = "--paths",
                       .value = "N",
                       .help = "how many of them are shown (default 10); all are counted",
                       .target = &settings.at_most,
                       .least = 1});
}

}  // namespace

const Command path_command{.name = "path",
                           .usage = "DATA… A B",
                           .summary = "show the shortest paths from one actor to another",
                           .description =
                               "A and B are ids or labels. Ties are followed in their direction "
                               "(--undirected: either way); where the data have "
                               "weights, strong ties are short ones: the length of a tie is 1/strength.",
                           .examples = examples,
                           .declare = [](Options& options) {
                               return over_data<Settings>(
                                   options, {.ties = SignFilter::nonnegative, .words = "DATA… A B"},
                                   own_options, run);
                           }};

}  // namespace entente::cli
