// entente ego: the surroundings of one actor.
#include "graph/ego.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "cli/commands.hpp"
#include "cli/over_data.hpp"
#include "report/paths.hpp"

namespace entente::cli {

namespace {

constexpr std::array<Example, 2> examples{{
    {"ego data/jerusalem-axis hezbollah", "Who is tied to Hezbollah, and how."},
    {"ego data/florentine-families medici --radius 2 --format csv",
     "Everyone within two ties of the Medici."},
}};

struct Settings {
    DataOptions data;
    SelectionOptions selection;
    unsigned radius = 1;
};

report::EgoFindings findings(const study::SelectedData& view, ActorId center, unsigned radius) {
    const auto at = std::ranges::find(view.graph.actors, center);
    if (at == view.graph.actors.end())
        throw Error(
            Fault::usage,
            fmt::format(
                "'{}' is not among the actors selected; leave out --kind, --largest-component or --project",
                view.network().id(center)));
    const Surroundings around =
        surroundings(view.graph, static_cast<Vertex>(at - view.graph.actors.begin()), radius);
    std::vector<ActorId> actors;
    std::vector<bool> inside(view.network().actor_count());
    for (const Vertex v : around.vertices) {
        actors.push_back(view.graph.actors[v]);
        inside[index(actors.back())] = true;
    }
    std::vector<TieId> rows = select_rows(view.network(), view.selection);
    std::erase_if(rows, [&](TieId row) {
        return !inside[index(view.network().ties.source[index(row)])] ||
               !inside[index(view.network().ties.target[index(row)])];
    });
    return {.center = center,
            .radius = radius,
            .actors = std::move(actors),
            .hops = around.hops,
            .ties = bundles_of(view.network(), view.selection, view.settings().resolved, rows)};
}

void run(Context& context, const Settings& given) {
    DataOptions data = given.data;
    const std::vector<std::string> words = take_last_words(data, 1, "an actor is");
    const TieSelection ties = selection_of(given.selection);
    const study::SelectedData view = selected_data(context, data, ties);
    const report::EgoFindings ego =
        findings(view, actor_named(context, view.network(), words[0]), given.radius);
    deliver_result(
        context,
        {.rows = [&] { return report::ego_table(view.network(), ego); },
         .json = [&] { return report::ego_value(view.network(), ego, settings_value(view.settings())); },
         .text = [&] { return report::ego_text(view.network(), ego, text_options(context)); },
         .remarks = {"of " + data_line(view)}});
}

void own_options(Options& options, Settings& settings) {
    options.push_back({.names = "--radius",
                       .value = "N",
                       .help = "how many ties away (default 1)",
                       .target = &settings.radius,
                       .least = 1});
}

}  // namespace

const Command ego_command{.name = "ego",
                          .usage = "DATA… A",
                          .summary = "show the surroundings of one actor",
                          .description =
                              "Who is within --radius ties of the actor, whatever their direction, and the "
                              "ties among them. A is an id or a label.",
                          .examples = examples,
                          .declare = [](Options& options) {
                              return over_data<Settings>(
                                  options, {.ties = SignFilter::all, .words = "DATA… A"}, own_options, run);
                          }};

}  // namespace entente::cli
