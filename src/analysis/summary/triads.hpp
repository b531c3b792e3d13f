// Groups of three: how many are closed, and of which kind.
#pragma once

#include <cstdint>
#include <vector>

#include "base/control.hpp"
#include "graph/graph.hpp"

namespace entente {

struct Triads {
    std::vector<std::uint64_t> triangles;  // that each vertex is part of, without directions
    std::vector<std::uint32_t> neighbors;  // of each vertex, without directions
    std::vector<std::uint64_t>
        census;  // directed: the 16 classes in the order of triad_names (Davis & Leinhardt 1972); else empty
};

// The triangles are listed, everything else is counted: pairs of neighbors by the kinds of their two ties,
// less those in triangles; then pairs of actors with their third, less those in what was counted. O(m^1.5),
// as against O(m Δ) of Batagelj & Mrvar (2001).
Triads triads(const Graph& graph, const Control& control);

}  // namespace entente
