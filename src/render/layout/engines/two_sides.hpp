// Data of two modes on two sides.
#pragma once

#include <optional>

#include "render/layout/layout_problem.hpp"

namespace entente::render {

// Sources one below the other on the left, targets on the right, ordered by the mean place of whom they are
// tied to until no change takes crossings away (Sugiyama, Tagawa & Toda 1981), so that every tie is a
// straight line from side to side. Nothing where the problem has no modes, or a side is too high for a page.
std::optional<Arrangement> two_sides_layout(const LayoutProblem& problem);

}  // namespace entente::render
