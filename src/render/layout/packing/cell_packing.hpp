// Parts packed by the cells of the page that they take, so that one may stand in the bay of another.
#pragma once

#include <vector>

#include "render/layout/layout_problem.hpp"

namespace entente::render {

struct Cell {
    std::size_t column, row;
};

// The cells of the page that the nodes and ties of a part keep others from, counted from its upper left
// corner, row by row.
struct Ground {
    std::vector<Cell> cells;
    bool alone = false;  // an actor without ties
};

Ground ground_of(const LayoutProblem& part, const Arrangement& arrangement);

struct Packing {
    std::vector<Point> corners;
    Point size;
};

// Each part, the first before the second, as far up as it fits on a page of this width (polyomino packing,
// Freivalds, Dogrusoz & Kikusts 2002). Actors without ties stand below all others. `sizes`: of the parts.
Packing packed_by_cells(double width, const std::vector<Ground>& grounds, const std::vector<Point>& sizes);

}  // namespace entente::render
