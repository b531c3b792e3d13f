#include "graph/ego.hpp"

#include <algorithm>
#include <limits>

namespace entente {

Surroundings surroundings(const Graph& graph, Vertex center, unsigned radius) {
    constexpr std::uint32_t unseen = std::numeric_limits<std::uint32_t>::max();
    std::vector<std::uint32_t> hops(graph.vertex_count(), unseen);
    std::vector<Vertex> queue{center};
    hops[center] = 0;
    for (std::size_t at = 0; at < queue.size() && hops[queue[at]] < radius; ++at) {
        for (const Adjacency* arcs : {&graph.out(), &graph.in()}) {
            for (const Vertex w : arcs->neighbors(queue[at])) {
                if (hops[w] != unseen) continue;
                hops[w] = hops[queue[at]] + 1;
                queue.push_back(w);
            }
        }
    }
    std::sort(queue.begin(), queue.end());
    Surroundings result{std::move(queue), {}};
    for (const Vertex v : result.vertices) result.hops.push_back(hops[v]);
    return result;
}

Graph induced(const Graph& graph, const std::vector<Vertex>& vertices) {
    std::vector<ActorId> actors;
    ActorId largest{};
    for (const ActorId actor : graph.actors) largest = std::max(largest, actor);
    std::vector<char> keep(index(largest) + 1, 0);
    for (const Vertex v : vertices) {
        actors.push_back(graph.actors[v]);
        keep[index(graph.actors[v])] = 1;
    }
    MergedTies kept;
    kept.first_row.push_back(0);
    for (std::size_t t = 0; t < graph.tie_count(); ++t) {
        const MergedTie& tie = graph.merged.ties[t];
        if (!keep[index(tie.source)] || !keep[index(tie.target)]) continue;
        kept.ties.push_back(tie);
        const auto rows = graph.merged.rows_of(t);
        kept.rows.insert(kept.rows.end(), rows.begin(), rows.end());
        kept.first_row.push_back(kept.rows.size());
    }
    return {std::move(actors), std::move(kept), graph.directed(), graph.weighted()};
}

}  // namespace entente
