#include "analysis/change/path_shares.hpp"

#include <algorithm>
#include <map>
#include <utility>

#include "graph/paths/path_graph.hpp"
#include "graph/paths/path_search.hpp"

namespace entente {

namespace {

std::vector<Share> as_shares(const Graph& graph, const std::map<std::pair<Vertex, Vertex>, double>& amounts) {
    std::vector<Share> shares;
    for (const auto& [pair, amount] : amounts)
        shares.push_back({graph.actors[pair.first], graph.actors[pair.second], amount,
                          graph.directed() ? Way::leaving : Way::either});
    return shares;
}

}  // namespace

Shares distance_shares(const Graph& graph, Vertex v, DistanceShare what) {
    Shares shares;
    shares.by_tie_is = "the tie by which shortest paths leave";
    shares.by_actor_is = "the actor reached";
    const PathGraph paths = path_graph(graph);
    PathSearch search(paths);
    search.run(v);
    const std::vector<Node>& reached = search.reached();
    double total = 0;
    for (std::size_t i = 1; i < reached.size(); ++i) total += search.length(reached[i]) * paths.unit;
    const auto r = static_cast<double>(reached.size() - 1), n = static_cast<double>(graph.vertex_count());
    std::vector<double> onward(graph.vertex_count(), 0);  // what paths through a node bring, itself included
    std::map<std::pair<Vertex, Vertex>, double> by_tie;
    for (std::size_t i = reached.size(); i-- > 1;) {
        const Node t = reached[i];
        const double own =
            what == DistanceShare::of_harmonic ? 1 / (search.length(t) * paths.unit) : r / ((n - 1) * total);
        shares.by_actor.push_back({graph.actors[t], graph.actors[t], own});
        onward[t] += own;
        search.each_arrival(t, [&](Node from, std::uint32_t) {
            const double part = search.path_count(from) / search.path_count(t) * onward[t];
            if (from == v) by_tie[{v, t}] += part;
            else onward[from] += part;
        });
    }
    std::ranges::reverse(shares.by_actor);
    shares.by_tie = as_shares(graph, by_tie);
    return shares;
}

Shares betweenness_shares(const Graph& graph, Vertex v, const Control& control) {
    Shares shares;
    shares.by_tie_is = "the tie on which shortest paths arrive";
    shares.by_actor_is = "the pair of actors";
    const PathGraph paths = path_graph(graph);
    PathSearch search(paths);
    const double half = graph.directed() ? 1 : 0.5;
    std::map<std::pair<Vertex, Vertex>, double> by_tie, by_pair;
    std::vector<double> through(graph.vertex_count());  // shortest paths from s by way of v
    for (Vertex s = 0; s < graph.vertex_count(); ++s) {
        control.checkpoint();
        if (s == v) continue;
        search.run(s);
        if (!search.reaches(v)) continue;
        std::ranges::fill(through, 0.0);
        double sum = 0;
        for (const Node t : search.reached()) {
            if (t == s) continue;
            if (t == v) {
                through[t] = search.path_count(t);
                continue;
            }
            search.each_arrival(t, [&](Node from, std::uint32_t) { through[t] += through[from]; });
            if (through[t] == 0) continue;
            const double part = half * through[t] / search.path_count(t);
            const bool as_is = graph.directed() || s < t;
            by_pair[as_is ? std::pair(s, t) : std::pair(t, s)] += part;
            sum += part;
        }
        if (sum == 0) continue;
        search.each_arrival(v, [&](Node from, std::uint32_t) {
            by_tie[{from, v}] += sum * search.path_count(from) / search.path_count(v);
        });
    }
    shares.by_tie = as_shares(graph, by_tie);
    shares.by_actor = as_shares(graph, by_pair);
    return shares;
}

}  // namespace entente
