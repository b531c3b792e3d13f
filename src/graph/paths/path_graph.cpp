#include "graph/paths/path_graph.hpp"

#include <algorithm>
#include <limits>
#include <numeric>

#include "base/error.hpp"
#include "graph/paths/path_costs.hpp"

namespace entente {

namespace {

struct Head {
    Node node;
    std::uint32_t arc;
};

// The graph's arcs in the order of the nodes, without those of strength 0.
PathArcs arcs_in_order(const Graph& graph, const Adjacency& from, const std::vector<Vertex>& vertex,
                       const std::vector<double>& cost_of_tie) {
    std::vector<Node> node_of(vertex.size());
    for (Node v = 0; v < vertex.size(); ++v) node_of[vertex[v]] = v;
    PathArcs arcs;
    arcs.offsets.reserve(vertex.size() + 1);
    arcs.offsets.push_back(0);
    arcs.heads.reserve(from.targets.size());
    arcs.ties.reserve(from.targets.size());
    if (!cost_of_tie.empty()) arcs.costs.reserve(from.targets.size());
    std::vector<Head> heads;
    for (const Vertex v : vertex) {
        heads.clear();
        for (std::size_t arc = from.begin(v); arc < from.end(v); ++arc) {
            if (graph.weighted() && from.strength(arc) <= 0) continue;
            heads.push_back({node_of[from.targets[arc]], static_cast<std::uint32_t>(arc)});
        }
        std::sort(heads.begin(), heads.end(), [](const Head& a, const Head& b) { return a.node < b.node; });
        for (const Head& head : heads) {
            const std::uint32_t tie = from.ties[head.arc];
            arcs.heads.push_back(head.node);
            arcs.ties.push_back(tie);
            if (!cost_of_tie.empty()) arcs.costs.push_back(cost_of_tie[tie]);
        }
        arcs.offsets.push_back(static_cast<std::uint32_t>(arcs.heads.size()));
    }
    return arcs;
}

PathGraph in_order(const Graph& graph, std::span<const Vertex> order, const PathCosts& costs) {
    if (graph.arc_count() > std::numeric_limits<std::uint32_t>::max())
        throw Error(Fault::data, "path measures take at most 4294967295 arcs");
    PathGraph paths;
    paths.vertex.assign(order.begin(), order.end());
    if (order.empty()) {
        paths.vertex.resize(graph.vertex_count());
        std::iota(paths.vertex.begin(), paths.vertex.end(), Vertex{0});
    }
    paths.directed = graph.directed();
    paths.uniform = costs.uniform;
    paths.unit = costs.unit;
    paths.tolerance = costs.tolerance;
    paths.smallest_cost = costs.smallest;
    paths.largest_cost = costs.largest;
    const std::vector<double> none;
    const std::vector<double>& cost_of_tie = costs.uniform ? none : costs.of_strength;
    paths.leaving = arcs_in_order(graph, graph.out(), paths.vertex, cost_of_tie);
    if (graph.directed()) paths.arriving_ = arcs_in_order(graph, graph.in(), paths.vertex, cost_of_tie);
    return paths;
}

}  // namespace

PathGraph path_graph(const Graph& graph, std::span<const Vertex> order) {
    if (!graph.weighted()) return in_order(graph, order, {});
    std::vector<double> strengths;
    strengths.reserve(graph.tie_count());
    for (const MergedTie& tie : graph.merged.ties) strengths.push_back(tie.strength);
    return in_order(graph, order, path_costs(strengths, graph.vertex_count()));
}

PathGraph hop_graph(const Graph& graph, std::span<const Vertex> order) { return in_order(graph, order, {}); }

}  // namespace entente
