// Every triangle of a network, found once: ties are turned from the actor with fewer neighbors to the one
// with more, so that nobody has more than √(2m) ties turned away from him; two such lists are then compared
// for each tie (Chiba & Nishizeki 1985; Latapy 2008). O(m^1.5) at worst, near linear on real networks.
#pragma once

#include <limits>

#include "base/control.hpp"
#include "graph/graph.hpp"

namespace entente {

// The ties of an undirected adjacency, each once, from the lower rank to the higher. Ranks go by degree, then
// by number.
struct OrientedTies {
    OrientedTies(const Adjacency& ties, const Control& control);

    std::vector<Vertex> vertex_of;       // rank -> vertex
    std::vector<std::uint64_t> offsets;  // by rank
    std::vector<Vertex> targets;         // ranks
    std::vector<std::uint64_t> arc;      // where the tie stands in the adjacency, seen from the lower rank

    std::size_t size() const { return targets.size(); }
};

// Ranks first … last − 1 as the lowest of a triangle.
struct RankRange {
    Vertex first = 0, last = 0;
};

// The ranks in `parts` ranges of about equal work.
std::vector<RankRange> ranges_of_equal_work(const OrientedTies& ties, std::size_t parts);

// Calls visit(a, b, ab, third) for each tie ab of ranks a < b, a in the range, in a fixed order; third(f)
// calls f(c, bc, ac) for each triangle of ranks a < b < c over it.
template <class Visit>
void for_each_base(const OrientedTies& ties, RankRange range, const Control& control, const Visit& visit) {
    constexpr std::uint32_t none = std::numeric_limits<std::uint32_t>::max();
    std::vector<std::uint32_t> place_of(ties.vertex_of.size(), none);  // among the ties of the rank at hand
    std::uint64_t work = 0;
    for (Vertex a = range.first; a < range.last; ++a) {
        const std::uint64_t begin = ties.offsets[a], end = ties.offsets[a + 1];
        if (end - begin < 2) continue;
        for (std::uint64_t ac = begin; ac < end; ++ac)
            place_of[ties.targets[ac]] = static_cast<std::uint32_t>(ac - begin);
        for (std::uint64_t ab = begin; ab < end; ++ab) {
            const Vertex b = ties.targets[ab];
            const std::uint64_t first = ties.offsets[b], last = ties.offsets[b + 1];
            visit(a, b, ab, [&](const auto& third) {
                for (std::uint64_t bc = first; bc < last; ++bc) {
                    const Vertex c = ties.targets[bc];
                    const std::uint32_t place = place_of[c];
                    if (place != none) third(c, bc, begin + place);
                }
            });
            work += last - first;
        }
        for (std::uint64_t ac = begin; ac < end; ++ac) place_of[ties.targets[ac]] = none;
        if (work > 10'000'000) {
            if (control.stopped()) return;
            work = 0;
        }
    }
}

// Calls visit(a, b, c, ab, bc, ac) for each triangle of ranks a < b < c, a in the range, and its three ties,
// in a fixed order.
template <class Visit>
void for_each_triangle(const OrientedTies& ties, RankRange range, const Control& control,
                       const Visit& visit) {
    for_each_base(ties, range, control, [&](Vertex a, Vertex b, std::uint64_t ab, const auto& each_third) {
        each_third([&](Vertex c, std::uint64_t bc, std::uint64_t ac) { visit(a, b, c, ab, bc, ac); });
    });
}

template <class Visit>
void for_each_triangle(const OrientedTies& ties, const Control& control, const Visit& visit) {
    for_each_triangle(ties, {0, static_cast<Vertex>(ties.vertex_of.size())}, control, visit);
    control.checkpoint();
}

}  // namespace entente
