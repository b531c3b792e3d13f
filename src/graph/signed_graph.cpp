#include "graph/signed_graph.hpp"

#include <algorithm>
#include <vector>

namespace entente {

namespace {

// The pairs of a graph of signed rows, each with its rows of either sign.
void add_pairs(SignedGraph& signed_graph, const Network& network, MergeRule rule, const Graph& graph) {
    std::vector<Vertex> vertex_of(network.actor_count(), 0);
    for (Vertex v = 0; v < graph.vertex_count(); ++v) vertex_of[index(graph.actors[v])] = v;
    const MergeRule by = graph.weighted() ? rule : MergeRule::count;
    const auto strength = [&](const std::vector<TieId>& rows) {
        return rows.empty() ? 0 : merged_strength(network, by, rows);
    };
    std::vector<TieId> positive, negative;
    for (std::size_t t = 0; t < graph.tie_count(); ++t) {
        positive.clear();
        negative.clear();
        for (const TieId row : graph.merged.rows_of(t))
            (network.sign(row) == Sign::positive ? positive : negative).push_back(row);
        const auto [source, target, together] = graph.merged.ties[t];
        const Vertex u = vertex_of[index(source)], v = vertex_of[index(target)];
        signed_graph.pairs.push_back({std::min(u, v), std::max(u, v), source, target, strength(positive),
                                      strength(negative), static_cast<std::uint32_t>(positive.size()),
                                      static_cast<std::uint32_t>(negative.size())});
    }
}

}  // namespace

SignedGraph build_signed_graph(const Network& network, const TieSelection& selection) {
    TieSelection all = selection;
    all.signs = SignFilter::all;
    std::vector<TieId> rows = select_rows(network, all);
    SignedGraph result;
    result.unsigned_rows = std::erase_if(rows, [&](TieId row) { return network.sign(row) == Sign::none; });
    ResolvedSelection resolved = resolve(network, all, rows);
    resolved.directed = false;
    Graph graph = build_graph(network, all, resolved, rows);

    result.weighted = resolved.weighted;
    add_pairs(result, network, selection.merge, graph);
    const Adjacency& out = graph.out();
    result.incident.reserve(out.targets.size());
    for (std::size_t arc = 0; arc < out.targets.size(); ++arc)
        result.incident.push_back({out.targets[arc], out.ties[arc]});
    result.offsets = out.offsets;
    result.first_row = std::move(graph.merged.first_row);
    result.rows = std::move(graph.merged.rows);
    result.actors = std::move(graph.actors);
    return result;
}

}  // namespace entente
