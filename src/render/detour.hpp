// A way around obstacles.
#pragma once

#include "render/geometry.hpp"

#include <optional>
#include <vector>

namespace entente {

// The corners of a short path from `start` to `end` that keeps `clearance` to every obstacle, found on a grid (A*, Hart, Nilsson & Raphael
// 1968) and pulled tight. Nothing when there is none within the area of the obstacles and its surroundings.
std::optional<std::vector<Point>> detour(Point start, Point end, const std::vector<Box>& obstacles, double clearance);

}  // namespace entente
