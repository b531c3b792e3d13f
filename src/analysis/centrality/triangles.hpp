// Every triangle of a network, found once: ties are turned from the actor with fewer neighbours to the one with more, so that nobody has
// more than √(2m) ties turned away from him; two such lists are then compared for each tie (Chiba & Nishizeki 1985; Latapy 2008).
// O(m^1.5) at worst, near linear on real networks.
#pragma once

#include "base/control.hpp"
#include "graph/graph.hpp"

#include <limits>

namespace entente {

// The ties of an undirected adjacency, each once, from the lower rank to the higher. Ranks go by degree, then by number.
struct OrientedTies {
    explicit OrientedTies(const Adjacency& ties);

    std::vector<Vertex> vertex_of;        // rank -> vertex
    std::vector<std::uint64_t> offsets;   // by rank
    std::vector<Vertex> targets;          // ranks
    std::vector<std::uint64_t> arc;       // where the tie stands in the adjacency, seen from the lower rank

    std::size_t size() const { return targets.size(); }
};

// Calls visit(a, b, c, ab, bc, ac) for each triangle of ranks a < b < c and its three ties, in a fixed order.
template <class Visit>
void for_each_triangle(const OrientedTies& ties, const Control& control, const Visit& visit) {
    constexpr std::uint64_t none = std::numeric_limits<std::uint64_t>::max();
    std::vector<std::uint64_t> tie_to(ties.vertex_of.size(), none);  // from the rank at hand
    std::uint64_t work = 0;
    for (Vertex a = 0; a < ties.vertex_of.size(); ++a) {
        for (std::uint64_t ac = ties.offsets[a]; ac < ties.offsets[a + 1]; ++ac) tie_to[ties.targets[ac]] = ac;
        for (std::uint64_t ab = ties.offsets[a]; ab < ties.offsets[a + 1]; ++ab) {
            const Vertex b = ties.targets[ab];
            work += ties.offsets[b + 1] - ties.offsets[b];
            for (std::uint64_t bc = ties.offsets[b]; bc < ties.offsets[b + 1]; ++bc) {
                const std::uint64_t ac = tie_to[ties.targets[bc]];
                if (ac != none) visit(a, b, ties.targets[bc], ab, bc, ac);
            }
        }
        for (std::uint64_t ac = ties.offsets[a]; ac < ties.offsets[a + 1]; ++ac) tie_to[ties.targets[ac]] = none;
        if (work > 10'000'000) {
            control.checkpoint();
            work = 0;
        }
    }
}

}  // namespace entente
