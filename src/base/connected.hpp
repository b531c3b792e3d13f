// Which vertices are connected, found by a search; as they are joined: disjoint_sets.hpp.
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

namespace entente {

// The vertices connected with `start`, itself first, in the order of a breadth-first search. Skips those
// marked in `seen` and marks what it finds. `each_neighbor(v, visit)` calls visit(w) for the neighbors of v.
template <class EachNeighbor>
std::vector<std::uint32_t> connected_with(std::uint32_t start, std::vector<char>& seen,
                                          const EachNeighbor& each_neighbor) {
    std::vector<std::uint32_t> found{start};
    seen[start] = 1;
    const auto visit = [&](std::uint32_t w) {
        if (seen[w] != 0) return;
        seen[w] = 1;
        found.push_back(w);
    };
    for (std::size_t head = 0; head < found.size(); ++head) each_neighbor(found[head], visit);
    return found;
}

}  // namespace entente
