#include "analysis/centrality/betweenness.hpp"

#include "analysis/centrality/betweenness_lengths.hpp"
#include "analysis/centrality/betweenness_sweep.hpp"
#include "graph/vertex_order.hpp"

namespace entente {

namespace {

std::vector<double> sums_of(const BetweennessInput& input, const Control& control) {
    return input.graph.uniform ? betweenness_sweep(input, control) : betweenness_by_length(input, control);
}

}  // namespace

std::vector<double> betweenness(const Graph& graph, const Control& control) {
    const PathGraph paths = path_graph(graph, order_for_caches(graph));
    const std::vector<double> sums = sums_of({paths, {}, 0}, control);
    std::vector<double> result(graph.vertex_count());
    for (Node v = 0; v < paths.node_count(); ++v) result[paths.vertex[v]] = graph.directed() ? sums[v] : sums[v] / 2;
    return result;
}

std::vector<double> tie_betweenness(const Graph& graph, const Control& control) {
    if (graph.tie_count() == 0) return {};
    std::vector<double> sums = sums_of({path_graph(graph, order_for_caches(graph)), {}, graph.tie_count()}, control);
    if (!graph.directed()) {
        for (double& sum : sums) sum /= 2;
    }
    return sums;
}

}  // namespace entente
