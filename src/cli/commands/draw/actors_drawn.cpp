#include "cli/commands/draw/actors_drawn.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "analysis/centrality/measures.hpp"
#include "base/prose.hpp"
#include "cli/terminal/messages.hpp"
#include "graph/ego.hpp"

namespace entente::cli {

std::vector<ActorId> actors_drawn(const Graph& graph, std::optional<ActorId> ego) {
    if (!ego) return graph.actors;
    const auto at = std::ranges::find(graph.actors, *ego);
    if (at == graph.actors.end())
        throw Error(
            Fault::usage,
            "the actor of --ego is not among the actors selected; leave out --kind or --largest-component");
    std::vector<ActorId> actors;
    for (const Vertex v : surroundings(graph, static_cast<Vertex>(at - graph.actors.begin()), 1).vertices)
        actors.push_back(graph.actors[v]);
    return actors;
}

std::vector<ActorId> in_core(Context& context, const study::SelectedData& view, std::vector<ActorId> actors,
                             std::uint64_t least, std::optional<ActorId> ego) {
    const Scores coreness =
        score_table({view.network(), view.selection, view.graph}, {"coreness"}, {}, context.control)
            .columns.front();
    std::vector<std::uint8_t> kept(view.network().actor_count(), 0);
    double most = 0;
    for (std::size_t i = 0; i < coreness.values.size(); ++i) {
        most = std::max(most, coreness.values[i]);
        kept[index(view.graph.actors[i])] = coreness.values[i] >= static_cast<double>(least) ? 1 : 0;
    }
    const std::size_t all = actors.size();
    std::erase_if(actors, [&](ActorId actor) { return kept[index(actor)] == 0; });
    if (static_cast<double>(least) > most)
        throw Error(
            Fault::usage,
            fmt::format("no actor is in the {}-core; --core {} is the highest that has any", least, most));
    if (actors.empty() || (ego && kept[index(*ego)] == 0))
        throw Error(Fault::usage,
                    fmt::format("the actor of --ego is not in the {}-core of the network", least));
    note(context,
         ego ? fmt::format("of the {} around '{}', {} in the {}-core of the network", counted(all, "actor"),
                           view.network().label(*ego), counted(actors.size(), "is", "are"), least)
             : fmt::format("the {}-core has {} of {}", least, actors.size(), counted(all, "actor")));
    return actors;
}

}  // namespace entente::cli
