// A drawn tie as short straight pieces, for tests of what it meets.
#pragma once

#include <vector>

#include "render/lines/geometry.hpp"

namespace entente {

struct Line {
    std::vector<Point> chain, points;  // cubic curves, and points along them
    Box reach;
};

Line line_of(std::vector<Point> chain);

// Whether it runs through the box.
bool line_hits(const Line& line, const Box& box);

}  // namespace entente
