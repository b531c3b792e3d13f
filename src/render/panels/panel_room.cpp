#include "render/panels/panel_room.hpp"

#include <algorithm>

#include "render/layout/overlap_removal.hpp"
#include "render/lines/arrowheads.hpp"
#include "render/lines/ports.hpp"
#include "render/lines/routing.hpp"

namespace entente::render {
namespace {

constexpr double room_for_names = 40;  // around the dots
constexpr double between_dots = 7;

// From the extent of the shapes' middles to the panel without its border.
std::vector<Point> scaled(const std::vector<Point>& points, Point size) {
    Box all;
    for (const Point p : points) all = all.with({p.x, p.y, p.x, p.y});
    const auto put = [](double value, double low, double high, double length) {
        const double border = std::min(room_for_names, length / 4);
        return high > low ? border + (value - low) / (high - low) * (length - 2 * border) : length / 2;
    };
    std::vector<Point> result;
    for (const Point p : points)
        result.push_back({put(p.x, all.left, all.right, size.x), put(p.y, all.top, all.bottom, size.y)});
    return result;
}

}  // namespace

SmallerPanel drawn_smaller(const Picture& picture, const Layout& layout, Point size) {
    SmallerPanel panel{.layout = layout, .shapes = shapes_with_names_beside(picture)};
    LayoutProblem problem = layout_problem_of(picture);
    problem.shapes = panel.shapes;
    // Names find their places later, in each panel other ones.
    for (NodeShape& shape : problem.shapes) shape.lines.clear();
    std::fill(problem.camp.begin(), problem.camp.end(), std::uint8_t{0});
    Arrangement dots{scaled(layout.nodes, size),
                     std::vector<LabelSide>(layout.nodes.size(), LabelSide::right)};
    remove_overlaps(problem, dots, between_dots, size, 200, 0);
    panel.layout.ties = with_spread_ports(picture, problem, dots, routed(picture, problem, dots));
    panel.layout.heads = head_places(picture, panel.layout.ties);
    panel.layout.nodes = std::move(dots.middle);
    panel.layout.sides = std::move(dots.side);
    panel.layout.moved.clear();
    panel.layout.width = size.x;
    panel.layout.height = size.y;
    panel.layout.labels_inside = false;
    return panel;
}

}  // namespace entente::render
