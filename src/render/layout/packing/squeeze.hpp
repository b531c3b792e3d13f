// Parts of a network drawn smaller, for pages that would be too high.
#pragma once

#include "render/layout/layout_problem.hpp"

namespace entente::render {

// The arrangement drawn together as far as nothing comes to lie on or nearer to anything else than is usual,
// at most to `least` of its width and height. Straight ties cross where they crossed before.
Arrangement squeezed(const LayoutProblem& problem, const Arrangement& arrangement, double least);

}  // namespace entente::render
