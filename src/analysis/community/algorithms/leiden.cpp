#include "analysis/community/algorithms/leiden.hpp"

#include <utility>

#include "analysis/community/algorithms/coarsening.hpp"
#include "analysis/community/algorithms/local_moving.hpp"
#include "analysis/community/algorithms/numbering.hpp"
#include "base/connected.hpp"

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

constexpr int most_passes = 50;
constexpr std::size_t most_vertices_twice = 3000;

struct Cycle {
    Membership membership;
    double gained = 0, gained_back = 0;  // modularity by all moves, and by those on the way back
};

// The vertices of a graph moved, then those of the coarser graph of their communities' refined parts in the
// same way and so on to the coarsest, and on the way back those of each graph again (Rotta & Noack 2011).
// What is small is gone through twice, as what is refined at random comes out otherwise each time.
Cycle one_cycle(const ModularityGraph& graph, Membership membership, unsigned level, Random& random,
                const Control& control) {
    Cycle cycle;
    cycle.gained = move_vertices(graph, membership, random, control);
    membership = in_order_of_appearance(membership);
    const std::size_t n = graph.vertex_count();
    if (community_count(membership) < n && !control.stopped()) {
        Membership parts = refine(graph, membership, random, control);
        if (community_count(parts) == n) parts = membership;
        const ModularityGraph coarser = coarsened(graph, parts);
        Cycle inner{Membership(coarser.vertex_count())};
        for (std::size_t v = 0; v < n; ++v) inner.membership[parts[v]] = membership[v];
        const unsigned rounds = level == 1 || (level == 0 && n <= most_vertices_twice) ? 2 : 1;
        for (unsigned round = 0; round < rounds; ++round) {
            inner = one_cycle(coarser, std::move(inner.membership), level + 1, random, control);
            cycle.gained += inner.gained;
        }
        for (std::size_t v = 0; v < n; ++v) membership[v] = inner.membership[parts[v]];
        cycle.gained_back = move_vertices(graph, membership, random, control);
        cycle.gained += cycle.gained_back;
        membership = in_order_of_appearance(membership);
    }
    cycle.membership = std::move(membership);
    return cycle;
}

// Communities split into their connected parts, which never lowers modularity where no tie is hostile.
Membership connected(const ModularityGraph& graph, const Membership& membership) {
    Membership result(graph.vertex_count());
    std::vector<char> seen(graph.vertex_count(), 0);
    std::uint32_t count = 0;
    for (Vertex first = 0; first < graph.vertex_count(); ++first) {
        if (seen[first]) continue;
        const std::vector<Vertex> part = connected_with(first, seen, [&](Vertex v, const auto& visit) {
            for (const Vertex w : graph.neighbors(v)) {
                if (membership[w] == membership[v]) visit(w);
            }
        });
        for (const Vertex v : part) result[v] = count;
        ++count;
    }
    return result;
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

// Cycles until one gains little; after the first what it gained on the way back already tells that another
// would.
Membership leiden_cycles(const ModularityGraph& graph, Membership membership, Random& random,
                         const Control& control) {
    constexpr double enough = 5e-4;
    for (int pass = 0; pass < most_passes && !control.stopped(); ++pass) {
        Cycle cycle = one_cycle(graph, std::move(membership), 0, random, control);
        membership = std::move(cycle.membership);
        if (pass == 0 ? cycle.gained_back < enough : cycle.gained < enough) break;
    }
    return graph.has_hostile() ? membership : connected(graph, membership);
}

Membership leiden_passes(const ModularityGraph& graph, Random& random, const Control& control) {
    constexpr std::size_t most_vertices_to_the_end = 1000;
    Membership membership = start_of(graph, random);
    if (graph.vertex_count() > most_vertices_to_the_end)
        return leiden_cycles(graph, std::move(membership), random, control);
    for (int pass = 0; pass < most_passes && !control.stopped(); ++pass) {
        Membership next = one_pass(graph, membership, true, random, control);
        if (next == membership) break;
        membership = std::move(next);
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
