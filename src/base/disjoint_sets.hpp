// Which vertices are connected, as they are joined.
#pragma once

#include <cstdint>
#include <numeric>
#include <vector>

namespace entente::balance {

// Union-find with halved paths (Tarjan & van Leeuwen 1984): practically constant time a call.
class DisjointSets {
public:
    explicit DisjointSets(std::uint32_t count) : parent_(count) {
        std::iota(parent_.begin(), parent_.end(), 0U);
    }

    // The same vertex for all of a set.
    std::uint32_t of(std::uint32_t v) {
        while (parent_[v] != v) v = parent_[v] = parent_[parent_[v]];
        return v;
    }

    void unite(std::uint32_t u, std::uint32_t v) { parent_[of(u)] = of(v); }

private:
    std::vector<std::uint32_t> parent_;
};

}  // namespace entente::balance
