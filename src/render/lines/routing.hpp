// The lines of the ties once every node has its place.
#pragma once

#include <vector>

#include "render/layout/layout_problem.hpp"

namespace entente::render {

// Whether ties may be led around what is in their way.
enum class Ways { around, straight };

// A chain of cubic curves for each tie of the picture, from border to border: straight where nothing is in
// the way, bent around shapes and labels where something is, and beside each other for the ties of
// one pair. Up to 300 actors; the ties of larger pictures are straight.
std::vector<std::vector<Point>> routed(const Picture& picture, const LayoutProblem& problem,
                                       const Arrangement& arrangement, Ways ways = Ways::around);

// Chains from middle to middle cut back to the borders of their shapes.
void trim_to_borders(const Picture& picture, const LayoutProblem& problem,
                     std::vector<std::vector<Point>>& chains);

}  // namespace entente::render
