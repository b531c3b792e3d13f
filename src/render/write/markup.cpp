#include "render/write/markup.hpp"

#include "render/picture/text_width.hpp"

namespace entente::render {

void open_svg(XmlWriter& xml, const SvgHead& head, const Theme& theme) {
    xml.open("svg").attribute("xmlns", "http://www.w3.org/2000/svg").attribute("version", "1.1");
    xml.attribute("role", "img").attribute("aria-labelledby", head.name + "-title " + head.name + "-desc");
    xml.attribute("width", head.shown_width);
    xml.attribute("height", head.height * head.shown_width / head.width);
    xml.attribute("viewBox", "0 0 " + coordinate(head.width) + " " + coordinate(head.height));
    xml.attribute("font-family", default_fonts).line_break();
    xml.open("title").attribute("id", head.name + "-title").text(head.title).close().line_break();
    xml.open("desc").attribute("id", head.name + "-desc").text(head.description).close().line_break();
    xml.open("rect").attribute("class", "paper").attribute("width", head.width);
    xml.attribute("height", head.height).attribute("fill", theme.paper).close().line_break();
}

std::string path_data(const std::vector<Point>& chain) {
    if (chain.empty()) return "M0 0";
    const auto point = [](Point p) { return coordinate(p.x) + " " + coordinate(p.y); };
    std::string data = "M" + point(chain[0]);
    for (std::size_t i = 0; i + 3 < chain.size(); i += 3) {
        const Point chord = chain[i + 3] - chain[i];
        const double off =
            std::abs(cross(chord, chain[i + 1] - chain[i])) + std::abs(cross(chord, chain[i + 2] - chain[i]));
        if (off <= 0.01 * length(chord)) data += "L" + point(chain[i + 3]);
        else data += "C" + point(chain[i + 1]) + " " + point(chain[i + 2]) + " " + point(chain[i + 3]);
    }
    return data;
}

std::string polygon_points(const std::vector<Point>& points, Point at) {
    std::string text;
    for (const Point p : points)
        text += (text.empty() ? "" : " ") + coordinate(p.x + at.x) + "," + coordinate(p.y + at.y);
    return text;
}

std::string moved_by(Point by) { return "translate(" + coordinate(by.x) + " " + coordinate(by.y) + ")"; }

std::string text_element(const std::vector<std::string>& lines, Point at, double line_height,
                         const TextStyle& style) {
    if (lines.empty()) return "";
    std::string all;
    for (const std::string& line : lines) all += line;
    const bool from_right = right_to_left(all);
    // Start and end change sides with the direction; where the text stands is asked in terms of left and
    // right.
    std::string_view anchor = style.anchor;
    if (from_right && anchor == "start") anchor = "end";
    else if (from_right && anchor == "end") anchor = "start";
    XmlWriter xml;
    xml.open("text").attribute("x", at.x).attribute("y", at.y).attribute("font-size", style.size);
    xml.attribute("fill", style.color);
    if (anchor != "start") xml.attribute("text-anchor", anchor);
    if (style.bold) xml.attribute("font-weight", "bold");
    if (from_right) xml.attribute("direction", "rtl").attribute("unicode-bidi", "embed");
    if (lines.size() == 1) return xml.text(lines[0]).close().take();
    for (std::size_t i = 0; i < lines.size(); ++i) {
        xml.open("tspan").attribute("x", at.x);
        if (i > 0) xml.attribute("dy", line_height);
        xml.text(lines[i]).close();
    }
    return xml.close().take();
}

namespace {

void paint(XmlWriter& xml, const NodeShape& shape, const Tone& tone, const Theme& theme, Emphasis emphasis) {
    const bool raised = emphasis == Emphasis::raised;
    if (shape.inside) {
        xml.attribute("fill", tone.pale).attribute("stroke", raised ? theme.emphasis : tone.strong);
        xml.attribute("stroke-width", raised ? 3.5 : 1.5);
        return;
    }
    xml.attribute("fill", tone.strong).attribute("stroke", raised ? theme.emphasis : theme.paper);
    xml.attribute("stroke-width", raised ? 3.0 : shape.half_width > 4.5 ? 1.2 : 0.6);
}

}  // namespace

std::string shape_markup(const NodeShape& shape, Point at, const Tone& tone, const Theme& theme,
                         Emphasis emphasis) {
    XmlWriter xml;
    if (shape.form == Form::round && !shape.inside) {
        xml.open("circle").attribute("cx", at.x).attribute("cy", at.y).attribute("r", shape.half_width);
        paint(xml, shape, tone, theme, emphasis);
        return xml.close().take();
    }
    if (shape.form == Form::round || shape.form == Form::box) {
        const double corner = shape.form == Form::round ? shape.half_height : shape.inside ? 3 : 1;
        xml.open("rect").attribute("x", at.x - shape.half_width).attribute("y", at.y - shape.half_height);
        xml.attribute("width", 2 * shape.half_width).attribute("height", 2 * shape.half_height);
        xml.attribute("rx", corner);
        paint(xml, shape, tone, theme, emphasis);
        return xml.close().take();
    }
    xml.open("polygon").attribute("points", polygon_points(shape.outline(), at));
    paint(xml, shape, tone, theme, emphasis);
    return xml.attribute("stroke-linejoin", "round").close().take();
}

XmlWriter& add_stroke(XmlWriter& xml, const Stroke& stroke) {
    xml.attribute("fill", "none").attribute("stroke", stroke.color).attribute("stroke-width", stroke.width);
    if (!stroke.dash.empty()) xml.attribute("stroke-dasharray", stroke.dash);
    if (stroke.opacity < 1) xml.attribute("stroke-opacity", stroke.opacity);
    return xml;
}

std::string line_markup(std::string_view data, const Stroke& stroke) {
    XmlWriter xml;
    xml.open("path").attribute("d", data);
    return add_stroke(xml, stroke).close().take();
}

std::string arrowhead_markup(const Arrowhead& head, const Stroke& stroke) {
    if (head.points.empty()) return "";
    XmlWriter xml;
    xml.open(head.open ? "polyline" : "polygon").attribute("points", polygon_points(head.points, {0, 0}));
    if (!head.open) return xml.attribute("fill", stroke.color).close().take();
    xml.attribute("fill", "none").attribute("stroke", stroke.color);
    return xml.attribute("stroke-width", std::max(1.2, stroke.width * 0.8)).close().take();
}

std::string arrowheads_markup(const std::vector<Arrowhead>& heads, const Stroke& stroke) {
    std::string all;
    for (const Arrowhead& head : heads) all += arrowhead_markup(head, stroke);
    return all;
}

}  // namespace entente::render
