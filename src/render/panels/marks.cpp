#include "render/panels/marks.hpp"

#include "model/sign_text.hpp"
#include "render/lines/line_gaps.hpp"

namespace entente::render {

XmlWriter& open_edge(XmlWriter& xml, const Picture& picture, const PictureTie& tie) {
    xml.open("g").attribute("class", "edge");
    xml.attribute("data-source", picture.nodes[tie.source].id);
    xml.attribute("data-target", picture.nodes[tie.target].id);
    if (tie.sign != Sign::none) xml.attribute("data-sign", sign_text(tie.sign));
    return xml;
}

std::string tie_markup(const Picture& picture, const PictureTie& tie, TieLine line, const Stroke& stroke) {
    std::string heads;
    if (draws_arrowheads(picture))
        heads =
            arrowheads_markup(take_heads(line.chain, tie, arrowhead_size(stroke.width), line.heads), stroke);
    if (line.broken.empty()) return line_markup(path_data(line.chain), stroke) + heads;
    std::string data;
    for (const std::vector<Point>& piece : with_gaps(line.chain, line.broken)) data += path_data(piece);
    return line_markup(data, stroke) + heads;
}

void write_label(XmlWriter& xml, const NodeShape& shape, const Layout& layout, std::size_t node,
                 const Theme& theme) {
    const LabelSide side = layout.sides[node];
    const Point middle = layout.nodes[node];
    if (shape.lines.empty() || (!shape.inside && side == LabelSide::hidden)) return;
    const auto lines = static_cast<double>(shape.lines.size());
    if (shape.inside) {
        const double first = middle.y - (lines - 1) * shape.line_height / 2 + shape.font_size * 0.35;
        xml.markup(text_element(shape.lines, {middle.x, first}, shape.line_height,
                                {shape.font_size, theme.ink, "middle"}));
        return;
    }
    const Box box = label_box(shape, layout, node);
    const double first = box.top + shape.line_height / 2 + shape.font_size * 0.35;
    const double x = side == LabelSide::right  ? box.left + 1
                     : side == LabelSide::left ? box.right - 1
                                               : box.middle().x;
    const std::string_view anchor = side == LabelSide::right  ? "start"
                                    : side == LabelSide::left ? "end"
                                                              : "middle";
    xml.open("rect").attribute("x", box.left - 1).attribute("y", box.top);
    xml.attribute("width", box.width() + 2).attribute("height", box.height()).attribute("rx", 2);
    xml.attribute("fill", theme.paper).attribute("fill-opacity", 0.78).close();
    xml.markup(
        text_element(shape.lines, {x, first}, shape.line_height, {shape.font_size, theme.ink, anchor}));
}

std::string ring_markup(const NodeShape& shape, Point at, const Theme& theme) {
    XmlWriter xml;
    xml.open("polygon").attribute("points", polygon_points(shape.outline(), at));
    xml.attribute("fill", "none").attribute("stroke", theme.faint_ink).attribute("stroke-width", 1.0);
    return xml.attribute("stroke-opacity", 0.45).close().take();
}

}  // namespace entente::render
