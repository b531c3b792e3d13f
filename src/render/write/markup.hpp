// Lines, shapes and text as SVG elements.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "render/layout/node_shape.hpp"
#include "render/lines/arrowheads.hpp"
#include "render/picture/style.hpp"
#include "render/write/xml.hpp"

namespace entente::render {

// The fonts of a figure that names none: what machines have that measure as its labels were measured.
inline constexpr std::string_view default_fonts =
    "Arial, Helvetica, 'Liberation Sans', 'DejaVu Sans', 'Noto Sans', sans-serif";

// What a figure of its own says at its start. Width and height are those of its coordinates.
struct SvgHead {
    double width = 0, height = 0;
    double shown_width = 0;  // in px; the height follows
    std::string name;        // begins the ids
    std::string title, description;
};

// <svg> with its title, text alternative and ground; the caller closes it.
void open_svg(XmlWriter& xml, const SvgHead& head, const Theme& theme);

// The d of a chain of cubic curves; straight pieces as lines.
std::string path_data(const std::vector<Point>& chain);
std::string polygon_points(const std::vector<Point>& points, Point at);

// The transform that puts the origin there.
std::string moved_by(Point by);

struct TextStyle {
    double size = 13;
    std::string_view color;
    std::string_view anchor = "start";  // of a line written from left to right
    bool bold = false;
};

// <text> with a line a <tspan>, the first baseline at `at`; right-to-left lines say so and keep their place.
std::string text_element(const std::vector<std::string>& lines, Point at, double line_height,
                         const TextStyle& style);

// A shape as one element, filled with the pale tone when it holds its label, else with the strong one.
std::string shape_markup(const NodeShape& shape, Point at, const Tone& tone, const Theme& theme,
                         Emphasis emphasis = Emphasis::normal);

// fill="none" and what makes the stroke, for the element just opened.
XmlWriter& add_stroke(XmlWriter& xml, const Stroke& stroke);

// A path without filling.
std::string line_markup(std::string_view data, const Stroke& stroke);
std::string arrowhead_markup(const Arrowhead& head, const Stroke& stroke);
std::string arrowheads_markup(const std::vector<Arrowhead>& heads, const Stroke& stroke);

}  // namespace entente::render
