// Graphviz' layout engines: positions only. The one door to gvc.h.
#pragma once

#include <cstdint>
#include <string>

#include "render/layout/layout_problem.hpp"

namespace entente::render {

// Middles of the nodes as `engine` (dot, neato, sfdp, circo, twopi) places them; y grows downwards. `across`:
// dot's ranks run from left to right. Graphviz keeps global state: call it from a process of its own. Throws
// Error(Fault::internal) when it reports an error.
std::vector<Point> graphviz_positions(const LayoutProblem& problem, const std::string& engine, bool across,
                                      std::uint64_t seed);

// Middles of the shapes and the curves of the ties as dot draws them, in points; y grows downwards. A tie
// that dot gave no curve is empty.
struct DotDrawing {
    std::vector<Point> nodes;
    std::vector<std::vector<Point>>
        ties;  // from source to target, middle to middle, parallel to Picture::ties
};
DotDrawing drawn_by_dot(const Picture& picture, const LayoutProblem& problem, bool across);

}  // namespace entente::render
