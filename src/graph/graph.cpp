#include "graph/graph.hpp"

#include <algorithm>
#include <limits>
#include <numeric>

#include "graph/components.hpp"

namespace entente {

namespace {

constexpr std::uint32_t absent = std::numeric_limits<std::uint32_t>::max();

struct Arc {
    Vertex from, to;
    std::uint32_t tie;
};

// Which arcs a tie makes: from its source to its target, back, or both.
enum class Arcs : std::uint8_t { out, in, both };

// Arcs grouped by where they leave, each group by where it goes (two counting sorts).
Adjacency adjacency(std::size_t vertices, const std::vector<MergedTie>& ties,
                    std::span<const Vertex> vertex_of, Arcs which, bool weighted) {
    Adjacency result;
    const std::size_t arcs = which == Arcs::both ? 2 * ties.size() : ties.size();
    const auto each = [&](const auto& visit) {
        for (std::uint32_t t = 0; t < ties.size(); ++t) {
            const Vertex a = vertex_of[index(ties[t].source)], b = vertex_of[index(ties[t].target)];
            if (which != Arcs::in) visit(a, b, t);
            if (which != Arcs::out) visit(b, a, t);
        }
    };
    std::vector<std::uint64_t> by_target(vertices + 1, 0);
    result.offsets.assign(vertices + 1, 0);
    each([&](Vertex from, Vertex to, std::uint32_t) {
        ++result.offsets[from + 1];
        ++by_target[to + 1];
    });
    std::partial_sum(result.offsets.begin(), result.offsets.end(), result.offsets.begin());
    std::partial_sum(by_target.begin(), by_target.end(), by_target.begin());
    std::vector<Arc> sorted(arcs);
    each([&](Vertex from, Vertex to, std::uint32_t tie) { sorted[by_target[to]++] = {from, to, tie}; });
    result.targets.resize(arcs);
    result.ties.resize(arcs);
    if (weighted) result.strengths.resize(arcs);
    std::vector<std::uint64_t> next(result.offsets.begin(), result.offsets.end() - 1);
    for (const Arc& arc : sorted) {
        const std::uint64_t at = next[arc.from]++;
        result.targets[at] = arc.to;
        result.ties[at] = arc.tie;
        if (weighted) result.strengths[at] = ties[arc.tie].strength;
    }
    return result;
}

MergedTies kept_within(const MergedTies& merged, const std::vector<char>& keep_actor) {
    MergedTies kept;
    kept.first_row.push_back(0);
    for (std::size_t t = 0; t < merged.size(); ++t) {
        if (!keep_actor[index(merged.ties[t].source)]) continue;
        kept.ties.push_back(merged.ties[t]);
        const auto rows = merged.rows_of(t);
        kept.rows.insert(kept.rows.end(), rows.begin(), rows.end());
        kept.first_row.push_back(kept.rows.size());
    }
    return kept;
}

Graph largest_component(const Graph& graph) {
    const Components components = weak_components(graph);
    const auto largest = static_cast<std::uint32_t>(
        std::max_element(components.sizes.begin(), components.sizes.end()) - components.sizes.begin());
    std::vector<ActorId> actors;
    std::vector<char> keep(graph.actors.empty() ? 0 : index(graph.actors.back()) + 1, 0);
    for (Vertex v = 0; v < graph.vertex_count(); ++v) {
        if (components.of[v] != largest) continue;
        actors.push_back(graph.actors[v]);
        keep[index(graph.actors[v])] = 1;
    }
    return {std::move(actors), kept_within(graph.merged, keep), graph.directed(), graph.weighted()};
}

}  // namespace

Graph::Graph(std::vector<ActorId> actors_, MergedTies merged_, bool directed, bool weighted)
    : actors(std::move(actors_)), merged(std::move(merged_)), directed_(directed), weighted_(weighted) {
    std::vector<Vertex> vertex_of(
        actors.empty() ? 0 : index(*std::max_element(actors.begin(), actors.end())) + 1, absent);
    for (Vertex v = 0; v < actors.size(); ++v) vertex_of[index(actors[v])] = v;
    out_ = adjacency(actors.size(), merged.ties, vertex_of, directed ? Arcs::out : Arcs::both, weighted);
    if (directed) in_ = adjacency(actors.size(), merged.ties, vertex_of, Arcs::in, weighted);
}

Graph build_graph(const Network& network, const TieSelection& selection) {
    const std::vector<TieId> rows = select_rows(network, selection);
    return build_graph(network, selection, resolve(network, selection, rows), rows);
}

Graph build_graph(const Network& network, const TieSelection& selection, ResolvedSelection resolved,
                  const std::vector<TieId>& rows) {
    Graph graph(select_actors(network, selection), merged_ties(network, selection, resolved, rows),
                resolved.directed, resolved.weighted);
    if (!selection.largest_component || graph.vertex_count() == 0) return graph;
    return largest_component(graph);
}

Graph symmetrized(const Graph& graph) {
    if (!graph.directed()) return graph;
    MergedTies merged;
    std::vector<Vertex> vertex_of(graph.actors.empty() ? 0 : index(graph.actors.back()) + 1, absent);
    for (Vertex v = 0; v < graph.vertex_count(); ++v) vertex_of[index(graph.actors[v])] = v;
    // The arc back, if there is one: the pair is kept at whichever of the two comes first.
    const auto arc_back = [&](const MergedTie& tie) {
        const Vertex a = vertex_of[index(tie.source)], b = vertex_of[index(tie.target)];
        const auto others = graph.out().neighbors(b);
        const auto at = std::lower_bound(others.begin(), others.end(), a);
        return at != others.end() && *at == a
                   ? graph.out().ties[graph.out().begin(b) + static_cast<std::size_t>(at - others.begin())]
                   : absent;
    };
    merged.first_row.push_back(0);
    for (std::uint32_t t = 0; t < graph.tie_count(); ++t) {
        const std::uint32_t back = arc_back(graph.merged.ties[t]);
        if (back != absent && back < t) continue;
        merged.ties.push_back(graph.merged.ties[t]);
        std::vector<TieId> rows(graph.merged.rows_of(t).begin(), graph.merged.rows_of(t).end());
        if (back != absent) {
            merged.ties.back().strength += graph.merged.ties[back].strength;
            rows.insert(rows.end(), graph.merged.rows_of(back).begin(), graph.merged.rows_of(back).end());
            std::sort(rows.begin(), rows.end());
            rows.erase(std::unique(rows.begin(), rows.end()), rows.end());
        }
        merged.rows.insert(merged.rows.end(), rows.begin(), rows.end());
        merged.first_row.push_back(merged.rows.size());
    }
    return {graph.actors, std::move(merged), false, graph.weighted()};
}

double path_cost(const Graph& graph, std::size_t out_arc) {
    if (!graph.weighted()) return 1;
    const double strength = graph.out().strength(out_arc);
    return strength > 0 ? 1 / strength : std::numeric_limits<double>::infinity();
}

}  // namespace entente
