// Labels moved off the ends of ties, which show where a tie leads and which way.
#pragma once

#include <vector>

#include "render/layout/layout_problem.hpp"
#include "render/lines/arrowheads.hpp"

namespace entente::render {

// Gives each label that covers an arrowhead or the last 12 units of a tie a place nearby that covers none:
// around its shape and, where ties enter from all sides, up to 34 units away, no nearer to another shape than
// to its own. Labels that cover no end stay, as do those for which no better place is found; none leaves the
// widest page. `ties`: the curves from border to border; `ends`: of these.
Arrangement with_clear_ends(const Picture& picture, const LayoutProblem& problem, Arrangement arrangement,
                            const std::vector<std::vector<Point>>& ties, std::vector<TieEnd> ends);

}  // namespace entente::render
