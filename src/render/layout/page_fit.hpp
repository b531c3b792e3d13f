// From the positions that an engine gives to places on a page.
#pragma once

#include "render/layout/layout_problem.hpp"

namespace entente::render {

// Width and height that the nodes of a problem need on a page of 4:3, gaps for their ties included; at most
// the widest page.
Point page_for(const LayoutProblem& problem);

// The points turned so that their longer axis lies across, scaled to the page and around its middle, most
// overlaps removed.
Arrangement fitted(const LayoutProblem& problem, std::vector<Point> points, Point page, bool turn);

}  // namespace entente::render
