// How near a set of actors is to everyone.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "analysis/keyplayers/links.hpp"
#include "base/control.hpp"

namespace entente::keyplayers {

// Hops from each of some actors to all: row i belongs to the i-th of them.
class HopTable {
public:
    static constexpr std::uint16_t out_of_reach = 0xFFFF;

    // O(sources (n + m)), in parallel. Distances above 65,534 hops count as out of reach.
    HopTable(const Links& links, std::span<const Vertex> sources, const Control& control);

    std::span<const std::uint16_t> row(std::size_t i) const {
        return std::span(hops_).subspan(i * vertices_, vertices_);
    }
    std::uint16_t longest() const { return longest_; }

private:
    std::size_t vertices_;
    std::vector<std::uint16_t> hops_;
    std::uint16_t longest_ = 0;
};

struct Nearness {
    double inverse_hops = 0;     // Σ over all actors of 1/hops from the nearest of the set; members count 1
    std::uint64_t adjacent = 0;  // actors one hop away
};

// O(n + m).
Nearness nearness(const Links& links, std::span<const Vertex> set);

// Σ 1/hops from how many actors are at each distance (members, at 0, count 1): equal counts give equal sums
// to the last bit.
double inverse_hops(std::span<const std::uint64_t> actors_at);

}  // namespace entente::keyplayers
