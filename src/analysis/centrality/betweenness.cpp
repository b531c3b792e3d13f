#include "analysis/centrality/betweenness.hpp"

#include "analysis/centrality/fixed_sums.hpp"
#include "analysis/centrality/betweenness_sweep.hpp"
#include "graph/path_search.hpp"
#include "graph/vertex_order.hpp"

#include <memory>

namespace entente {

namespace {

// What one source adds, farthest nodes first (Brandes 2001): `node(v, dependency)` and `arc(arc, share)`.
template <class OnNode, class OnArc>
void accumulate(const PathGraph& graph, const PathSearch& search, std::vector<double>& dependency, const OnNode& node, const OnArc& on_arc) {
    const auto& reached = search.reached();
    for (std::size_t at = reached.size(); at-- > 0;) {
        const Node u = reached[at];
        double sum = 0;
        for (std::uint32_t arc = graph.leaving.begin(u); arc < graph.leaving.end(u); ++arc) {
            if (!search.on_shortest_path(u, arc)) continue;
            const Node v = graph.leaving.heads[arc];
            const double share = search.path_count(u) / search.path_count(v) * (1 + dependency[v]);
            on_arc(arc, share);
            sum += share;
        }
        dependency[u] = sum;
        if (at > 0) node(u, sum);
    }
}

struct Scratch {
    explicit Scratch(const PathGraph& graph) : search(graph), dependency(graph.node_count(), 0) {}
    PathSearch search;
    std::vector<double> dependency;
};

template <class Add>
std::vector<double> summed_over_sources(const PathGraph& graph, std::size_t size, const Control& control, const Add& add) {
    std::vector<std::unique_ptr<Scratch>> scratch(std::max(1U, control.threads));
    return fixed_sums(graph.node_count(), size, control, [&](std::size_t first, std::size_t last, unsigned worker, std::span<double> sums) {
        if (!scratch[worker]) scratch[worker] = std::make_unique<Scratch>(graph);
        for (std::size_t source = first; source < last && !control.stopped(); ++source) {
            scratch[worker]->search.run(static_cast<Node>(source));
            add(scratch[worker]->search, scratch[worker]->dependency, sums);
        }
    });
}

}  // namespace

std::vector<double> betweenness(const Graph& graph, const Control& control) {
    const PathGraph paths = path_graph(graph, order_for_caches(graph));
    std::vector<double> sums;
    if (paths.uniform) sums = betweenness_sweep({paths, {}, 0}, control);
    else sums = summed_over_sources(paths, paths.node_count(), control, [&](const PathSearch& search, std::vector<double>& dependency, std::span<double> into) {
        accumulate(paths, search, dependency, [&](Node v, double value) { into[v] += value; }, [](std::uint32_t, double) {});
    });
    std::vector<double> result(graph.vertex_count());
    for (Node v = 0; v < paths.node_count(); ++v) result[paths.vertex[v]] = graph.directed() ? sums[v] : sums[v] / 2;
    return result;
}

std::vector<double> tie_betweenness(const Graph& graph, const Control& control) {
    if (graph.tie_count() == 0) return {};
    const PathGraph paths = path_graph(graph, order_for_caches(graph));
    std::vector<double> sums;
    if (paths.uniform) sums = betweenness_sweep({paths, {}, graph.tie_count()}, control);
    else sums = summed_over_sources(paths, graph.tie_count(), control, [&](const PathSearch& search, std::vector<double>& dependency, std::span<double> into) {
        accumulate(paths, search, dependency, [](Node, double) {}, [&](std::uint32_t arc, double share) { into[paths.leaving.ties[arc]] += share; });
    });
    if (!graph.directed()) {
        for (double& sum : sums) sum /= 2;
    }
    return sums;
}

}  // namespace entente
