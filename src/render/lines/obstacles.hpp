// What lines have to keep away from.
#pragma once

#include <vector>

#include "render/layout/layout_problem.hpp"

namespace entente {

// Where shapes and labels of an arrangement are.
struct Obstacles {
    std::vector<Box> glyph, label;

    Box extent() const;
    std::vector<Box> boxes() const;  // shape and label of each actor in turn
};

Obstacles obstacles_of(const LayoutProblem& scene, const Arrangement& arrangement);

}  // namespace entente
