// Parts packed by the cells of the page that they take, so that one may stand in the bay of another.
#pragma once

#include <vector>

#include "render/layout/layout_problem.hpp"

namespace entente::render {

// The places on the page that the nodes and ties of a part keep others from: boxes around its upper left
// corner.
std::vector<Box> ground_of(const LayoutProblem& part, const Arrangement& arrangement);

struct Packing {
    std::vector<Point> corners;
    Point size;
};

// Each part, the first before the second, as far up as it fits on a page of this width (polyomino packing,
// Freivalds, Dogrusoz & Kikusts 2002). Actors without ties stand below all others. `sizes`: of the parts.
Packing packed_by_cells(double width, const std::vector<std::vector<Box>>& grounds,
                        const std::vector<Point>& sizes);

}  // namespace entente::render
