#include "analysis/community/algorithms/leiden.hpp"

#include <utility>

#include "analysis/community/algorithms/coarsening.hpp"
#include "analysis/community/algorithms/local_moving.hpp"
#include "analysis/community/algorithms/numbering.hpp"

namespace entente::community {

namespace {

// One pass from the finest graph up: vertices are moved; communities (Louvain) or their refined parts
// (Leiden) become the vertices of the next, coarser graph; until nothing merges any more.
Membership one_pass(const ModularityGraph& finest, Membership membership, bool refined, Random& random,
                    const Control& control) {
    ModularityGraph coarser;
    const ModularityGraph* graph = &finest;
    Membership vertex_at(finest.vertex_count());  // vertex of the finest graph -> vertex of the graph in hand
    for (std::uint32_t v = 0; v < vertex_at.size(); ++v) vertex_at[v] = v;
    for (;;) {
        move_vertices(*graph, membership, random, control);
        membership = in_order_of_appearance(membership);
        const std::size_t n = graph->vertex_count();
        if (community_count(membership) == n || control.stopped()) break;
        Membership parts = refined ? refine(*graph, membership, random, control) : membership;
        if (control.stopped()) break;
        if (community_count(parts) == n) parts = membership;
        ModularityGraph next = coarsened(*graph, parts);
        Membership next_membership(next.vertex_count());
        for (std::size_t v = 0; v < n; ++v) next_membership[parts[v]] = membership[v];
        for (std::uint32_t& v : vertex_at) v = parts[v];
        membership = std::move(next_membership);
        coarser = std::move(next);
        graph = &coarser;
    }
    Membership result(finest.vertex_count());
    for (std::size_t v = 0; v < result.size(); ++v) result[v] = membership[vertex_at[v]];
    return in_order_of_appearance(result);
}

Membership singletons(std::size_t count) {
    Membership result(count);
    for (std::uint32_t v = 0; v < count; ++v) result[v] = v;
    return result;
}

// A random number of communities at random.
Membership random_division(std::size_t count, Random& random) {
    const std::uint64_t communities = 1 + random.below(count);
    Membership result(count);
    for (std::uint32_t& c : result) c = static_cast<std::uint32_t>(random.below(communities));
    return in_order_of_appearance(result);
}

// Hostile ties make many more local optima, so half of the runs begin elsewhere than from single vertices.
Membership start_of(const ModularityGraph& graph, Random& random) {
    if (graph.has_hostile() && random.below(2) == 1) return random_division(graph.vertex_count(), random);
    return singletons(graph.vertex_count());
}

Membership leiden_passes(const ModularityGraph& graph, Random& random, const Control& control) {
    constexpr int most_passes = 50;
    constexpr std::size_t most_vertices_to_the_end = 1000;
    const std::size_t n = graph.vertex_count();
    const double enough = n <= most_vertices_to_the_end ? -1 : 1e-3;
    Membership membership = start_of(graph, random);
    double quality = modularity(graph, membership);
    for (int pass = 0; pass < most_passes && !control.stopped(); ++pass) {
        Membership next = one_pass(graph, membership, true, random, control);
        const double next_quality = modularity(graph, next);
        if (next == membership || next_quality - quality < enough) return next;
        membership = std::move(next);
        quality = next_quality;
    }
    return membership;
}

}  // namespace

Membership leiden(const ModularityGraph& graph, Random& random, const Control& control) {
    return by_near_numbers(
        graph, [&](const ModularityGraph& numbered) { return leiden_passes(numbered, random, control); });
}

Membership louvain(const ModularityGraph& graph, Random& random, const Control& control) {
    return by_near_numbers(graph, [&](const ModularityGraph& numbered) {
        return louvain_from(numbered, singletons(numbered.vertex_count()), random, control);
    });
}

Membership louvain_from(const ModularityGraph& graph, Membership start, Random& random,
                        const Control& control) {
    constexpr int most_passes = 50;
    constexpr double enough = 1e-6;
    Membership membership = one_pass(graph, in_order_of_appearance(start), false, random, control);
    double quality = modularity(graph, membership);
    for (int pass = 1; pass < most_passes && !control.stopped(); ++pass) {
        Membership next = one_pass(graph, membership, false, random, control);
        const double next_quality = modularity(graph, next);
        if (!(next_quality - quality > enough)) break;
        membership = std::move(next);
        quality = next_quality;
    }
    return membership;
}

}  // namespace entente::community
