// Outlines and strokes as SVG.
#pragma once

#include <string>

#include "render/layout/node_shape.hpp"
#include "render/picture/style.hpp"

namespace entente {

// The shape of a face as one element, filled with the pale tone when it holds its label, else with the strong
// one.
std::string shape_markup(const NodeShape& face, Point at, const Tone& tone, const Theme& theme,
                         bool raised = false);

// stroke="…" and what belongs to it; fill="none".
std::string stroke_markup(const Stroke& stroke);
std::string arrowhead_markup(const Arrowhead& head, const Stroke& stroke);

}  // namespace entente
