#include "render/layout/shared_layout.hpp"

#include <algorithm>
#include <map>

#include "render/layout/score.hpp"
#include "render/lines/arrowheads.hpp"

namespace entente::render {
namespace {

bool same_shape(const NodeShape& a, const NodeShape& b) {
    return a.form == b.form && a.half_width == b.half_width && a.half_height == b.half_height &&
           a.font_size == b.font_size && a.inside == b.inside && a.lines == b.lines;
}

// The places and sides of the part's actors; false where one is missing or drawn otherwise.
bool take_nodes(const Picture& whole, const Layout& layout, const Picture& part, Layout& shared) {
    std::map<ActorId, std::size_t> places;
    for (std::size_t i = 0; i < whole.nodes.size(); ++i) places.emplace(whole.nodes[i].actor, i);
    const std::vector<NodeShape> shapes = node_shapes(whole), wanted = node_shapes(part);
    for (std::size_t i = 0; i < part.nodes.size(); ++i) {
        const auto at = places.find(part.nodes[i].actor);
        if (at == places.end() || !same_shape(shapes[at->second], wanted[i])) return false;
        shared.nodes.push_back(layout.nodes[at->second]);
        shared.sides.push_back(layout.sides[at->second]);
        if (!layout.moved.empty()) shared.moved.push_back(layout.moved[at->second]);
    }
    return true;
}

bool take_ties(const Picture& whole, const Layout& layout, const Picture& part, Layout& shared) {
    std::map<std::vector<TieId>, std::size_t> lines;  // a row belongs to one line
    for (std::size_t t = 0; t < whole.ties.size(); ++t) lines.emplace(whole.ties[t].rows, t);
    for (const PictureTie& tie : part.ties) {
        const auto at = lines.find(tie.rows);
        if (at == lines.end()) return false;
        const PictureTie& line = whole.ties[at->second];
        if (whole.nodes[line.source].actor != part.nodes[tie.source].actor ||
            whole.nodes[line.target].actor != part.nodes[tie.target].actor)
            return false;
        shared.ties.push_back(layout.ties[at->second]);
    }
    return true;
}

Box extent_of(const LayoutProblem& problem, const Layout& layout) {
    Box all;
    for (std::size_t i = 0; i < layout.nodes.size(); ++i)
        all = all.with(problem.shapes[i].glyph().at(layout.nodes[i]))
                  .with(label_box(problem.shapes[i], layout, i));
    for (const std::vector<Point>& chain : layout.ties) {
        for (const Point p : sampled(chain, 10)) all = all.with({p.x - 3, p.y - 3, p.x + 3, p.y + 3});
    }
    return all.empty() ? Box{0, 0, 0, 0} : all;
}

}  // namespace

std::optional<Layout> layout_of_part(const Picture& whole, const Layout& layout, const Picture& part) {
    Layout shared;
    if (layout.nodes.size() != whole.nodes.size() || layout.ties.size() != whole.ties.size() ||
        !take_nodes(whole, layout, part, shared) || !take_ties(whole, layout, part, shared))
        return std::nullopt;
    const LayoutProblem problem = layout_problem_of(part);
    const Box all = extent_of(problem, shared);
    for (Point& p : shared.nodes) p = p - Point{all.left, all.top};
    for (std::vector<Point>& chain : shared.ties) {
        for (Point& p : chain) p = p - Point{all.left, all.top};
    }
    shared.name = layout.name;
    shared.labels_inside = layout.labels_inside;
    shared.width = all.width();
    shared.height = all.height();
    shared.heads = head_places(part, shared.ties);
    shared.score = score_of(part, problem, {shared.nodes, shared.sides, shared.moved}, shared.ties,
                            {shared.width, shared.height});
    shared.contest = layout.contest;
    return shared;
}

}  // namespace entente::render
