// Tinted regions around the actors of a community.
#pragma once

#include <vector>

#include "render/lines/geometry.hpp"

namespace entente {

// Closed outlines around the members' boxes and the shortest tree that joins them, bent away from strangers:
// the contour of a field in which members attract and strangers repel (after Bubble Sets, Collins, Penn &
// Carpendale 2009). Within an area from (0, 0) of the given size.
std::vector<std::vector<Point>> region_around(const std::vector<Box>& members,
                                              const std::vector<Box>& strangers, Point area);

}  // namespace entente
