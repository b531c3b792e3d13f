#include "analysis/community/modularity.hpp"

#include <limits>
#include <numeric>

#include "analysis/community/algorithms/numbering.hpp"
#include "analysis/community/algorithms/touched.hpp"
#include "analysis/community/membership.hpp"

namespace entente::community {

namespace {

// Σ over arcs of each vertex, and over all of them.
std::vector<double> strengths(const Graph& graph) {
    std::vector<double> sums(graph.vertex_count(), 0);
    const Adjacency& out = graph.out();
    for (Vertex v = 0; v < graph.vertex_count(); ++v) {
        for (std::size_t arc = out.begin(v); arc < out.end(v); ++arc) sums[v] += out.strength(arc);
    }
    return sums;
}

double total(const std::vector<double>& values) { return std::accumulate(values.begin(), values.end(), 0.0); }

}  // namespace

ModularityGraph modularity_graph(const Graph& graph, double resolution) {
    ModularityGraph result;
    const Adjacency& out = graph.out();
    result.offsets = out.offsets;
    result.targets = out.targets;
    result.net = graph.weighted() ? out.strengths : std::vector<double>(out.targets.size(), 1.0);
    result.inside.assign(graph.vertex_count(), 0);
    result.friendly = strengths(graph);
    result.friendly_total = total(result.friendly);
    result.resolution = resolution;
    return result;
}

ModularityGraph signed_modularity_graph(const Graph& friendly, const Graph& hostile, double resolution) {
    ModularityGraph result;
    const std::size_t n = friendly.vertex_count();
    result.inside.assign(n, 0);
    result.friendly = strengths(friendly);
    result.hostile = strengths(hostile);
    result.friendly_total = total(result.friendly);
    result.hostile_total = total(result.hostile);
    result.resolution = resolution;
    const Adjacency &f = friendly.out(), &h = hostile.out();
    for (Vertex v = 0; v < n; ++v) {
        std::size_t a = f.begin(v), b = h.begin(v);
        while (a < f.end(v) || b < h.end(v)) {
            const bool take_friendly = a < f.end(v) && (b == h.end(v) || f.targets[a] <= h.targets[b]);
            const bool take_hostile = b < h.end(v) && (a == f.end(v) || h.targets[b] <= f.targets[a]);
            result.targets.push_back(take_friendly ? f.targets[a] : h.targets[b]);
            result.net.push_back((take_friendly ? f.strength(a) : 0) - (take_hostile ? h.strength(b) : 0));
            if (take_friendly) ++a;
            if (take_hostile) ++b;
        }
        result.offsets.push_back(result.targets.size());
    }
    return result;
}

ModularityGraph renumbered(const ModularityGraph& graph, std::span<const Vertex> order) {
    ModularityGraph result;
    renumber_arcs(graph, graph.net, order, result, result.net);
    result.inside = in_order(graph.inside, order);
    result.friendly = in_order(graph.friendly, order);
    result.hostile = in_order(graph.hostile, order);
    result.friendly_total = graph.friendly_total;
    result.hostile_total = graph.hostile_total;
    result.resolution = graph.resolution;
    return result;
}

double modularity(const ModularityGraph& graph, std::span<const std::uint32_t> membership) {
    const double total = graph.friendly_total + graph.hostile_total;
    if (!(total > 0)) return std::numeric_limits<double>::quiet_NaN();
    const std::uint32_t count = community_count(membership);
    std::vector<double> friendly(count, 0), hostile(graph.has_hostile() ? count : 0, 0);
    double within = 0;
    for (Vertex v = 0; v < graph.vertex_count(); ++v) {
        const std::uint32_t c = membership[v];
        within += graph.inside[v];
        for (std::size_t arc = graph.offsets[v]; arc < graph.offsets[v + 1]; ++arc)
            within += value_if(membership[graph.targets[arc]] == c, graph.net[arc]);
        friendly[c] += graph.friendly[v];
        if (graph.has_hostile()) hostile[c] += graph.hostile[v];
    }
    double expected = 0;
    for (const double k : friendly) expected += graph.friendly_factor() * k * k;
    for (const double k : hostile) expected -= graph.hostile_factor() * k * k;
    return (within - expected) / total;
}

}  // namespace entente::community
