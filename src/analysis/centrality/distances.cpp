#include "analysis/centrality/distances.hpp"

#include <algorithm>
#include <limits>

#include "analysis/centrality/sweeps/distances_sweep.hpp"
#include "analysis/centrality/sweeps/lengths/distances_lengths.hpp"
#include "graph/vertex_order.hpp"

namespace entente {

namespace {

// From nodes to vertices, and from lengths to distances.
Distances by_vertex(const PathGraph& paths, const Distances& nodes) {
    const std::size_t n = paths.node_count();
    Distances result{std::vector<std::uint32_t>(n), std::vector<double>(n), std::vector<double>(n),
                     std::vector<std::uint32_t>(n)};
    for (Node v = 0; v < n; ++v) {
        result.reached[paths.vertex[v]] = nodes.reached[v];
        result.total[paths.vertex[v]] = nodes.total[v] * paths.unit;
        result.harmonic[paths.vertex[v]] = nodes.harmonic[v] / paths.unit;
        result.eccentricity[paths.vertex[v]] = nodes.eccentricity[v];
    }
    return result;
}

}  // namespace

Distances distances(const Graph& graph, const Control& control) {
    // Below, putting the nodes in order takes longer than it saves where ties cost the same.
    constexpr std::size_t worth_ordering = 6000;
    const bool ordered = graph.weighted() || graph.vertex_count() >= worth_ordering;
    const std::vector<Vertex> order = ordered ? order_for_caches(graph, control) : std::vector<Vertex>{};
    const PathGraph paths = path_graph(graph, order);
    if (paths.uniform) return by_vertex(paths, hop_distances(paths, control));
    Distances weighted = length_distances(paths, control);
    weighted.eccentricity = hop_distances(hop_graph(graph, order), control).eccentricity;
    return by_vertex(paths, weighted);
}

HopStatistics hop_statistics(const Distances& hops) {
    HopStatistics result;
    double sum = 0;  // of whole numbers: exact
    for (std::size_t v = 0; v < hops.reached.size(); ++v) {
        result.pairs += hops.reached[v];
        sum += hops.total[v];
        result.diameter = std::max(result.diameter, hops.eccentricity[v]);
    }
    result.mean =
        result.pairs > 0 ? sum / static_cast<double>(result.pairs) : std::numeric_limits<double>::quiet_NaN();
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
