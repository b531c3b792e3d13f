#include "render/write/shape_markup.hpp"

#include "render/write/markup.hpp"

namespace entente {

std::string shape_markup(const NodeShape& face, Point at, const Tone& tone, const Theme& theme, bool raised) {
    std::string paint;
    if (face.inside)
        paint = attribute("fill", tone.pale) + attribute("stroke", raised ? theme.emphasis : tone.strong) +
                attribute("stroke-width", raised ? 3.5 : 1.5);
    else
        paint = attribute("fill", tone.strong) + attribute("stroke", raised ? theme.emphasis : theme.paper) +
                attribute("stroke-width", raised                  ? 3.0
                                          : face.half_width > 4.5 ? 1.2
                                                                  : 0.6);
    if (face.shape == Shape::round && !face.inside)
        return "<circle" + attribute("cx", at.x) + attribute("cy", at.y) + attribute("r", face.half_width) +
               paint + "/>";
    if (face.shape == Shape::round || face.shape == Shape::box) {
        const double corner = face.shape == Shape::round ? face.half_height : face.inside ? 3 : 1;
        return "<rect" + attribute("x", at.x - face.half_width) + attribute("y", at.y - face.half_height) +
               attribute("width", 2 * face.half_width) + attribute("height", 2 * face.half_height) +
               attribute("rx", corner) + paint + "/>";
    }
    return "<polygon" + attribute("points", polygon_points(face.outline(), at)) + paint +
           " stroke-linejoin=\"round\"/>";
}

std::string stroke_markup(const Stroke& stroke) {
    std::string markup =
        " fill=\"none\"" + attribute("stroke", stroke.color) + attribute("stroke-width", stroke.width);
    if (!stroke.dash.empty()) markup += attribute("stroke-dasharray", stroke.dash);
    if (stroke.opacity < 1) markup += attribute("stroke-opacity", stroke.opacity);
    return markup;
}

std::string arrowhead_markup(const Arrowhead& head, const Stroke& stroke) {
    if (head.points.empty()) return "";
    if (head.open)
        return "<polyline" + attribute("points", polygon_points(head.points, {0, 0})) + " fill=\"none\"" +
               attribute("stroke", stroke.color) +
               attribute("stroke-width", std::max(1.2, stroke.width * 0.8)) + "/>";
    return "<polygon" + attribute("points", polygon_points(head.points, {0, 0})) +
           attribute("fill", stroke.color) + "/>";
}

}  // namespace entente
