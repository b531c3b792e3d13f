#include "analysis/centrality/distances.hpp"

#include "base/parallel.hpp"
#include "graph/path_search.hpp"

#include <algorithm>
#include <limits>
#include <memory>

namespace entente {

namespace {

constexpr std::size_t sources_at_a_time = 64;

template <class Visit>
void each_source(const PathGraph& graph, const Control& control, const Visit& visit) {
    std::vector<std::unique_ptr<PathSearch>> searches(std::max(1U, control.threads));
    const std::size_t n = graph.node_count(), blocks = (n + sources_at_a_time - 1) / sources_at_a_time;
    parallel_blocks(blocks, control, [&](std::size_t block, unsigned worker) {
        if (!searches[worker]) searches[worker] = std::make_unique<PathSearch>(graph);
        for (std::size_t v = block * sources_at_a_time; v < std::min(n, (block + 1) * sources_at_a_time) && !control.stopped(); ++v) {
            searches[worker]->run(static_cast<Node>(v));
            visit(static_cast<Node>(v), *searches[worker]);
        }
    });
}

void add_hops(const Graph& graph, const Control& control, Distances& result) {
    const PathGraph hops = hop_graph(graph);
    each_source(hops, control, [&](Node v, const PathSearch& search) {
        result.eccentricity[hops.vertex[v]] = static_cast<std::uint32_t>(search.length(search.reached().back()));
    });
}

}  // namespace

Distances distances(const Graph& graph, const Control& control) {
    const PathGraph paths = path_graph(graph);
    const std::size_t n = graph.vertex_count();
    Distances result{std::vector<std::uint32_t>(n), std::vector<double>(n), std::vector<double>(n), std::vector<std::uint32_t>(n)};
    each_source(paths, control, [&](Node source, const PathSearch& search) {
        const Vertex v = paths.vertex[source];
        double total = 0, harmonic = 0;
        for (const Node w : search.reached()) {
            if (w == source) continue;
            total += search.length(w);
            harmonic += 1 / search.length(w);
        }
        result.reached[v] = static_cast<std::uint32_t>(search.reached().size() - 1);
        result.total[v] = total * paths.unit;
        result.harmonic[v] = harmonic / paths.unit;
        if (paths.uniform) result.eccentricity[v] = static_cast<std::uint32_t>(search.length(search.reached().back()));
    });
    if (!paths.uniform) add_hops(graph, control, result);
    return result;
}

HopStatistics hop_statistics(const Graph& graph, const Control& control) {
    const PathGraph hops = hop_graph(graph);
    std::vector<std::uint64_t> reached(graph.vertex_count()), total(graph.vertex_count()), farthest(graph.vertex_count());
    each_source(hops, control, [&](Node v, const PathSearch& search) {
        double sum = 0;
        for (const Node w : search.reached()) sum += search.length(w);
        reached[v] = search.reached().size() - 1;
        total[v] = static_cast<std::uint64_t>(sum);
        farthest[v] = static_cast<std::uint64_t>(search.length(search.reached().back()));
    });
    HopStatistics result;
    std::uint64_t sum = 0;
    for (std::size_t v = 0; v < graph.vertex_count(); ++v) {
        result.pairs += reached[v];
        sum += total[v];
        result.diameter = std::max(result.diameter, static_cast<std::uint32_t>(farthest[v]));
    }
    result.mean = result.pairs > 0 ? static_cast<double>(sum) / static_cast<double>(result.pairs) : std::numeric_limits<double>::quiet_NaN();
    return result;
}

std::vector<double> closeness(const Distances& distances) {
    const std::size_t n = distances.reached.size();
    std::vector<double> result(n, 0);
    for (std::size_t v = 0; v < n; ++v) {
        const double r = distances.reached[v];
        if (r > 0) result[v] = r / static_cast<double>(n - 1) * (r / distances.total[v]);
    }
    return result;
}

}  // namespace entente
