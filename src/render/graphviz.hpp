// Graphviz' layout engines: positions only. The one door to gvc.h.
#pragma once

#include "render/scene.hpp"

#include <cstdint>
#include <string>

namespace entente {

// Middles of the nodes as `engine` (dot, neato, sfdp, circo, twopi) places them; y grows downwards. `across`: dot's ranks run from
// left to right. Graphviz keeps global state: call it from a process of its own. Throws Error(Fault::internal) when it reports an
// error.
std::vector<Point> graphviz_positions(const Scene& scene, const std::string& engine, bool across, std::uint64_t seed);

}  // namespace entente
