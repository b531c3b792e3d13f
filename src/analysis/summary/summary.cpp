#include "analysis/summary/summary.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <optional>

#include "analysis/centrality/betweenness.hpp"
#include "analysis/centrality/distances.hpp"
#include "analysis/summary/hop_sample.hpp"
#include "analysis/summary/mixing.hpp"
#include "analysis/summary/triads.hpp"
#include "graph/components.hpp"
#include "model/limits.hpp"
#include "model/two_mode.hpp"

namespace entente {

namespace {

void count_signs(const MeasureInput& input, Summary& summary) {
    const MergedTies& merged = input.graph.merged;
    for (std::size_t tie = 0; tie < merged.size(); ++tie) {
        bool positive = false, negative = false;
        for (const TieId row : merged.rows_of(tie)) {
            positive = positive || input.network.sign(row) == Sign::positive;
            negative = negative || input.network.sign(row) == Sign::negative;
        }
        summary.positive_ties += positive ? 1 : 0;
        summary.hostile_ties += negative ? 1 : 0;
        summary.conflicting_ties += positive && negative ? 1 : 0;
        summary.unsigned_ties += !positive && !negative ? 1 : 0;
    }
    if (merged.size() > 0)
        summary.hostile_share =
            static_cast<double>(summary.hostile_ties) / static_cast<double>(merged.size());
}

// A row that runs both ways stands behind two arcs and is one row.
void count_components(const Graph& graph, Summary& summary) {
    const Components weak = weak_components(graph);
    summary.components = weak.count();
    summary.strong_components = graph.directed() ? strong_components(graph).count() : weak.count();
    if (weak.count() > 0) summary.largest_component = *std::max_element(weak.sizes.begin(), weak.sizes.end());
    for (Vertex v = 0; v < graph.vertex_count(); ++v) {
        if (graph.out().degree(v) == 0 && graph.in().degree(v) == 0) ++summary.isolates;
    }
    for (const Vertex v : articulation_vertices(graph))
        summary.articulation_actors.push_back(graph.actors[v]);
}

void measure_reciprocity(const Graph& graph, const Triads& triads, Summary& summary) {
    if (!graph.directed() || graph.tie_count() == 0) return;
    std::uint64_t ends = 0;
    for (const std::uint32_t neighbors : triads.neighbors) ends += neighbors;
    const auto arcs = static_cast<double>(graph.tie_count()), pairs = static_cast<double>(ends / 2);
    summary.reciprocity = 2 * (arcs - pairs) / arcs;
    summary.dyadic_reciprocity = (arcs - pairs) / pairs;
}

void measure_closure(const Triads& triads, Summary& summary) {
    double closed = 0, pairs = 0, clustering = 0, counted = 0;
    for (std::size_t v = 0; v < triads.neighbors.size(); ++v) {
        if (triads.neighbors[v] < 2) continue;
        const auto d = static_cast<double>(triads.neighbors[v]),
                   mine = static_cast<double>(triads.triangles[v]);
        closed += mine;
        pairs += d * (d - 1) / 2;
        clustering += mine / (d * (d - 1) / 2);
        counted += 1;
    }
    if (counted == 0) return;
    summary.transitivity = closed / pairs;
    summary.mean_clustering = clustering / counted;
}

// The network that paths run through, every tie one hop: without the ties of strength 0.
std::optional<Graph> in_hops(const Graph& graph) {
    if (!graph.weighted()) return std::nullopt;
    MergedTies kept;
    kept.first_row.push_back(0);
    for (const MergedTie& tie : graph.merged.ties) {
        if (tie.strength == 0) continue;
        kept.ties.push_back({tie.source, tie.target, 1});
        kept.first_row.push_back(0);
    }
    return Graph(graph.actors, std::move(kept), graph.directed(), false);
}

void measure_degree_centralization(const Graph& graph, Summary& summary) {
    const auto n = static_cast<double>(graph.vertex_count());
    std::vector<double> degree(graph.vertex_count());
    for (Vertex v = 0; v < graph.vertex_count(); ++v) {
        degree[v] =
            static_cast<double>(graph.out().degree(v) + (graph.directed() ? graph.in().degree(v) : 0));
    }
    summary.degree_centralization_maximum =
        n > 2 ? (n - 1) * (n - 2) * (graph.directed() ? 2 : 1) : undefined;
    summary.degree_centralization = centralization(degree, summary.degree_centralization_maximum);
}

// Every distance, and how much nearer to all the nearest actor is.
void measure_distances(const Graph& graph, const Control& control, Summary& summary) {
    const auto n = static_cast<double>(graph.vertex_count());
    const Distances all = distances(graph, control);
    const HopStatistics hops = hop_statistics(all);
    if (hops.pairs > 0) {
        summary.diameter = static_cast<double>(hops.diameter);
        summary.mean_distance = hops.mean;
    }
    // The star has the largest sum; directed, the star whose ties all lead outwards.
    summary.closeness_centralization_maximum =
        n > 2 ? (graph.directed() ? n - 1 : (n - 1) * (n - 2) / (2 * n - 3)) : undefined;
    if (n > 2)
        summary.closeness_centralization =
            centralization(closeness(all), summary.closeness_centralization_maximum);
}

void estimate_distances(const Graph& graph, std::uint64_t seed, const Control& control, Summary& summary) {
    const HopSample sample = sample_hops(graph, limits.distance_sample, seed, control);
    summary.distance_sample = DistanceSample{.actors = sample.sources,
                                             .diameter_at_least = sample.longest,
                                             .mean_distance_error = sample.standard_error};
    if (sample.longest > 0) summary.mean_distance = sample.mean;
    summary.left_out.push_back(fmt::format(
        "diameter, closeness centralization: more than {} actors, of whom {} drawn at random give "
        "the mean distance; --exact takes every distance",
        limits.exact_distances, sample.sources));
}

void measure_paths(const Graph& graph, const Control& control, const SummaryOptions& options,
                   Summary& summary) {
    const auto n = static_cast<double>(graph.vertex_count());
    const double work = n * (n + static_cast<double>(graph.arc_count()));
    if (options.exact || graph.vertex_count() <= limits.exact_distances)
        measure_distances(graph, control, summary);
    else estimate_distances(graph, options.seed, control, summary);
    if (work > static_cast<double>(limits.betweenness_in_passing)) {
        summary.left_out.emplace_back(
            "betweenness centralization: the network is too large to compute it in passing; centrality -m "
            "betweenness does it");
    } else if (n > 2) {
        summary.betweenness_centralization_maximum = (n - 1) * (n - 1) * (n - 2) / (graph.directed() ? 1 : 2);
        summary.betweenness_centralization =
            centralization(betweenness(graph, control), summary.betweenness_centralization_maximum);
    }
}

}  // namespace

Summary summarize(const MeasureInput& input, const Control& control, const SummaryOptions& options) {
    const Graph& graph = input.graph;
    Summary summary;
    summary.directed = graph.directed();
    summary.weighted = graph.weighted();
    summary.actors = graph.vertex_count();
    summary.ties = graph.tie_count();
    summary.rows = row_count(graph.merged);
    count_signs(input, summary);
    const auto n = static_cast<double>(graph.vertex_count());
    if (graph.vertex_count() > 1)
        summary.density = static_cast<double>(graph.tie_count()) * (graph.directed() ? 1 : 2) / (n * (n - 1));
    control.checkpoint();
    count_components(graph, summary);
    const Triads three = triads(graph, control);
    summary.triad_census = three.census;
    measure_reciprocity(graph, three, summary);
    if (two_mode(input.network))
        summary.left_out.emplace_back(
            "transitivity, clustering: in two-mode data no two partners of an actor "
            "can have a tie; --project source or target makes one mode");
    else measure_closure(three, summary);
    summary.degree_assortativity = degree_assortativity(graph);
    summary.kind_assortativity = kind_assortativity(graph, input.network);
    measure_degree_centralization(graph, summary);
    const std::optional<Graph> unweighted = in_hops(graph);
    measure_paths(unweighted ? *unweighted : graph, control, options, summary);
    return summary;
}

}  // namespace entente
