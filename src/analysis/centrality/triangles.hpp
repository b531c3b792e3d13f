// Every triangle of a network, found once: ties are turned from the actor with fewer neighbors to the one
// with more, so that nobody has more than √(2m) ties turned away from him; two such lists are then compared
// for each tie (Chiba & Nishizeki 1985; Latapy 2008). O(m^1.5) at worst, near linear on real networks.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

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
    std::vector<double> strength;        // of the tie; empty where the adjacency has none

    std::size_t size() const { return targets.size(); }
};

// Ranks first … last − 1 as the lowest of a triangle.
struct RankRange {
    Vertex first = 0, last = 0;
};

// The ranks in `parts` ranges of about equal work.
std::vector<RankRange> ranges_of_equal_work(const OrientedTies& ties, std::size_t parts);

// A triangle of ranks a < b < c by two of its ties; a is that of the rank at hand.
struct Corner {
    std::uint64_t ab, bc;
};

// The triangles of one rank after the other. What is no triangle is passed over without a branch, which the
// processor could not foretell.
class CornerFinder {
public:
    explicit CornerFinder(const OrientedTies& ties)
        : ties_(ties), tied_(ties.vertex_of.size(), 0), tie_to_(ties.vertex_of.size(), 0) {}

    // Those whose lowest rank is `a`, by b, then by c; until the next call.
    std::span<const Corner> of(Vertex a);

    // The tie of that rank to another it is tied to.
    std::uint64_t tie_to(Vertex rank) const { return tie_to_[rank]; }

    std::uint64_t looked_at() const { return looked_at_; }  // ties, in all calls

private:
    const OrientedTies& ties_;
    std::vector<std::uint8_t> tied_;  // all 0 between calls
    std::vector<std::uint64_t> tie_to_;
    std::vector<Corner> corners_;
    std::uint64_t looked_at_ = 0;
};

// Calls visit(a, corners, finder) for each rank of the range that is the lowest of a triangle, ascending.
template <class Visit>
void for_each_lowest(const OrientedTies& ties, RankRange range, const Control& control, const Visit& visit) {
    constexpr std::uint64_t ties_a_look = 10'000'000;  // at whether to stop
    CornerFinder finder(ties);
    std::uint64_t next_look = ties_a_look;
    for (Vertex a = range.first; a < range.last; ++a) {
        if (const std::span<const Corner> corners = finder.of(a); !corners.empty()) visit(a, corners, finder);
        if (finder.looked_at() < next_look) continue;
        if (control.stopped()) return;
        next_look = finder.looked_at() + ties_a_look;
    }
}

// Calls visit(a, b, c, ab, bc, ac) for each triangle of ranks a < b < c, a in the range, and its three ties,
// in a fixed order.
template <class Visit>
void for_each_triangle(const OrientedTies& ties, RankRange range, const Control& control,
                       const Visit& visit) {
    for_each_lowest(ties, range, control,
                    [&](Vertex a, std::span<const Corner> corners, const CornerFinder& finder) {
                        for (const auto& [ab, bc] : corners) {
                            const Vertex c = ties.targets[bc];
                            visit(a, ties.targets[ab], c, ab, bc, finder.tie_to(c));
                        }
                    });
}

template <class Visit>
void for_each_triangle(const OrientedTies& ties, const Control& control, const Visit& visit) {
    for_each_triangle(ties, {0, static_cast<Vertex>(ties.vertex_of.size())}, control, visit);
    control.checkpoint();
}

// In how many triangles each rank of the adjacency's is, without listing them.
std::vector<std::uint32_t> triangle_counts(const OrientedTies& ties, const Control& control);

}  // namespace entente
