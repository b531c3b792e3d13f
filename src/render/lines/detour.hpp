// A way around obstacles.
#pragma once

#include <optional>
#include <vector>

#include "render/lines/geometry.hpp"

namespace entente::render {

// The corners of a short path from `start` to `end` that keeps `clearance` to every box of `all`, found on a
// grid (A*, Hart, Nilsson & Raphael 1968) and pulled tight. Nothing when there is none in the neighborhood of
// both on the page.
std::optional<std::vector<Point>> detour(Point start, Point end, const std::vector<Box>& all,
                                         double clearance, const Box& page);

}  // namespace entente::render
