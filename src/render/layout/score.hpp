// How well a drawn layout can be read.
#pragma once

#include <vector>

#include "render/layout/layout_problem.hpp"

namespace entente::render {

// `ties`: the curves of the picture's ties; `page`: the size of the network.
LayoutScore score_of(const Picture& picture, const LayoutProblem& problem, const Arrangement& arrangement,
                     const std::vector<std::vector<Point>>& ties, Point page);

}  // namespace entente::render
