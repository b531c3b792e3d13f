// Ties broken where they would run under what is not theirs.
#pragma once

#include <vector>

#include "render/lines/geometry.hpp"

namespace entente::render {

// The pieces of a chain of cubic curves that lie outside of all boxes, in order, as maps break their lines at
// names (Imhof 1975). The first and the last piece are kept however short, pieces between two boxes only
// where they can be seen; a chain of which nothing would be left comes back whole.
std::vector<std::vector<Point>> with_gaps(const std::vector<Point>& chain, const std::vector<Box>& boxes);

}  // namespace entente::render
