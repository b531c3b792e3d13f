// Hulls: tinted areas around the actors of a community.
#pragma once

#include <vector>

#include "render/lines/geometry.hpp"

namespace entente::render {

// Closed outlines around the members' boxes and the shortest tree that joins them, bent away from other
// nodes: the contour of a field in which members attract and others repel (after Bubble Sets, Collins, Penn &
// Carpendale 2009). Within an area from (0, 0) of the given size.
std::vector<std::vector<Point>> hull_around(const std::vector<Box>& members, const std::vector<Box>& others,
                                            Point area);

}  // namespace entente::render
