// The force-directed layouts of igraph: where springs and repulsion bring the vertices to rest.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "base/control.hpp"
#include "model/findings/positions.hpp"

namespace entente {

// A tie as a spring; several of one pair pull together.
struct Spring {
    std::uint32_t a = 0, b = 0;
    double length = 1;  // at which it is at rest, > 0
};

// "Kamada-Kawai" (Kamada & Kawai 1989) and "Fruchterman-Reingold" (Fruchterman & Reingold 1991, shorter
// springs pull more), in this order, for vertices 0 … vertices − 1, from random places that depend on the
// seed alone. Nothing below three vertices. Time and memory grow with the square of the number of vertices.
// Throws Error(Fault::interrupted).
std::vector<Positions> force_layouts(std::size_t vertices, std::span<const Spring> springs,
                                     std::uint64_t seed, const Control& control);

}  // namespace entente
