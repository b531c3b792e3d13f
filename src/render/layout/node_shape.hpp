// How an actor is drawn: its outline, its lines of text and the room they take.
#pragma once

#include <array>
#include <string>
#include <vector>

#include "render/lines/geometry.hpp"
#include "render/picture/picture.hpp"

namespace entente::render {

enum class Form : std::uint8_t { round, box, hexagon, diamond, slanted, triangle };
inline constexpr std::size_t form_count = 6;

struct NodeShape {
    Form form = Form::round;
    double half_width = 0, half_height = 0;
    std::vector<std::string> lines;  // of the label; none: not labeled
    double font_size = 12, line_height = 15;
    double text_width = 0;
    bool inside = false;  // the label stands in the shape

    Box glyph() const { return {-half_width, -half_height, half_width, half_height}; }
    Box label(LabelSide side) const;  // around the node's middle; empty when inside or without lines
    // Corners of the outline, clockwise; round shapes are given by enough points.
    std::vector<Point> outline() const;
};

// Where the label of a node stands on the page; empty when inside, hidden or without lines.
Box label_box(const NodeShape& shape, const Layout& layout, std::size_t node);

// Whether it stands away from the usual places beside its shape.
bool is_moved_away(const Layout& layout, std::size_t node);

// leader is round, group a box, state a hexagon; other kinds take the further shapes in order, then all share
// the last one.
Form form_of_kind(const std::vector<std::string>& kinds, std::size_t kind);

// Of the labels, in units of the layout.
double label_font_size(std::size_t actors);

// The radii of the smallest and of the largest shape, and the score that the largest stands for.
struct SizeScale {
    double smallest_radius = 3.2, largest_radius = 7, most = 0;
};
SizeScale size_scale(const Picture& picture);

// Radius of a shape whose area grows with the score; below the smallest radius all are alike.
double radius_of_score(double score, const SizeScale& scale);

// Actors of one size carry their labels inside, up to 30 of them, or 60 with at most two ties each on
// average; the others have them beside small shapes, which leaves ties the room; beyond 300 shapes are dots.
std::vector<NodeShape> node_shapes(const Picture& picture);

// The same with all labels beside small shapes of one size, for figures that have less room.
std::vector<NodeShape> shapes_with_names_beside(const Picture& picture);

}  // namespace entente::render
