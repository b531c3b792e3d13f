#include "graph/signed_graph.hpp"

#include <algorithm>
#include <limits>

namespace entente {

namespace {

// Strengths of the rows of one sign as they come by, for any merge rule.
struct Tally {
    double sum = 0, largest = 0, smallest = std::numeric_limits<double>::infinity();
    std::uint32_t rows = 0;

    void add(double strength) {
        sum += strength;
        largest = std::max(largest, strength);
        smallest = std::min(smallest, strength);
        ++rows;
    }
    double merged(MergeRule rule, bool weighted) const {
        if (rows == 0) return 0;
        if (!weighted || rule == MergeRule::count) return rows;
        switch (rule) {
            case MergeRule::max:
                return largest;
            case MergeRule::min:
                return smallest;
            case MergeRule::mean:
                return sum / rows;
            default:
                return sum;
        }
    }
};

void add_pair(SignedGraph& signed_graph, const Network& network, MergeRule rule, const Graph& graph,
              std::span<const Vertex> vertex_of, std::size_t t) {
    const MergedTie& tie = graph.merged.ties[t];
    Tally positive, negative;
    for (const TieId row : graph.merged.rows_of(t))
        (network.sign(row) == Sign::positive ? positive : negative).add(network.strength(row));
    const Vertex u = vertex_of[index(tie.source)], v = vertex_of[index(tie.target)];
    signed_graph.pairs.push_back({std::min(u, v), std::max(u, v), tie.source, tie.target,
                                  positive.merged(rule, graph.weighted()),
                                  negative.merged(rule, graph.weighted()), positive.rows, negative.rows});
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

    std::vector<Vertex> vertex_of(network.actor_count(), 0);
    for (Vertex v = 0; v < graph.vertex_count(); ++v) vertex_of[index(graph.actors[v])] = v;
    result.weighted = resolved.weighted;
    for (std::size_t t = 0; t < graph.tie_count(); ++t)
        add_pair(result, network, selection.merge, graph, vertex_of, t);
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
