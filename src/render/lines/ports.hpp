// Where around a shape the ties end that point to it.
#pragma once

#include <vector>

#include "render/layout/layout_problem.hpp"

namespace entente::render {

// Chains of cubic curves from border to border, of which those whose arrowheads lie on one another at a shape
// are moved along its outline until the heads are apart: as little as possible in all (isotonic regression by
// pooling adjacent violators, Barlow et al. 1972) and never further than 0.6 of the shape's radius. A tie
// that would then run through another shape or label stays, as does each shape whose heads are apart.
std::vector<std::vector<Point>> with_spread_ports(const Picture& picture, const LayoutProblem& problem,
                                                  const Arrangement& arrangement,
                                                  std::vector<std::vector<Point>> ties);

}  // namespace entente::render
