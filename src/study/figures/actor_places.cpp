#include "study/figures/actor_places.hpp"

#include "analysis/centrality/measures.hpp"
#include "graph/graph.hpp"
#include "model/merged_ties.hpp"
#include "study/figures/figures.hpp"
#include "study/quick_balance.hpp"

namespace entente::study {

ActorPlaces actor_places(const Network& network, const TieSelection& selection, const std::string& layout,
                         std::uint64_t seed, const Control& control) {
    const Graph graph = build_graph(network, selection);
    const ScoreTable degrees = score_table({network, selection, graph}, {"degree"}, {}, control);
    render::PictureOptions options;
    options.size = &degrees.columns.front();
    options.size_actors = graph.actors;
    if (layout == "auto" || layout == "stress") {
        if (const auto camps = camps_of(network, selection, seed, control)) {
            options.factions = camps_of_actors(*camps, graph.actors);
            options.frustrated = camps->against;
        }
    }
    const Bundles ties =
        bundles_of(network, selection, {graph.directed(), graph.weighted()}, select_rows(network, selection));
    return {
        .actors = graph.actors,
        .layout = laid_out(render::picture_of(network, graph.actors, ties, options), layout, seed, control)};
}

}  // namespace entente::study
