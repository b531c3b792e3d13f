#include <algorithm>
#include <numeric>

#include "base/named.hpp"
#include "render/lines/arrowheads.hpp"
#include "render/lines/line_gaps.hpp"
#include "render/matrix/matrix.hpp"
#include "render/picture/groups.hpp"
#include "render/picture/size_class.hpp"
#include "render/picture/style.hpp"
#include "render/write/document.hpp"
#include "render/write/draw.hpp"
#include "render/write/gathered.hpp"
#include "render/write/markup.hpp"
#include "render/write/sheet.hpp"

namespace entente::render {
namespace {

struct Figure {
    const Document& document;
    const Picture& picture;
    const Layout& layout;
    const Theme& theme;
    const Sheet& sheet;
};

void write_hulls(XmlWriter& xml, const Figure& figure) {
    const bool blocs = shows_bloc_regions(figure.picture);
    const std::string what = blocs ? "bloc" : "community";
    const std::vector<std::string> names = blocs ? bloc_names(figure.picture) : group_names(figure.picture);
    for (const Hull& hull : figure.sheet.hulls) {
        std::string data;
        for (const std::vector<Point>& outline : hull.outlines) {
            data += "M";
            for (std::size_t i = 0; i < outline.size(); ++i)
                data += (i == 0 ? "" : "L") + coordinate(outline[i].x) + " " + coordinate(outline[i].y);
            data += "Z";
        }
        const Tone tone = tone_of_group(figure.picture, hull.group, figure.theme);
        const std::string number = std::to_string(hull.group);
        xml.open("g").attribute("class", "hull").attribute("data-" + what, number);
        xml.open("path").attribute("d", data).attribute("fill", tone.strong).attribute("fill-opacity", 0.1);
        xml.attribute("stroke", tone.strong).attribute("stroke-opacity", 0.45);
        xml.attribute("fill-rule", "evenodd").close();
        xml.open("title")
            .text(what + " " + number + ", " + names[hull.group - 1])
            .close()
            .close()
            .line_break();
    }
}

// The line of a tie, broken at labels and shapes of actors that are not its own: they can be read, and it
// is seen to pass.
std::string visible_line(const Figure& figure, const std::vector<Point>& chain, const PictureTie& tie,
                         double width) {
    const std::vector<NodeShape>& shapes = figure.sheet.shapes;
    if (!in_detail(shapes.size())) return path_data(chain);
    Box reach;
    for (const Point p : chain) reach = reach.with({p.x, p.y, p.x, p.y});
    reach = reach.grown(width + 4);
    const std::vector<Point> curve = sampled(chain, 4);
    const auto passes_under = [&](const Box& box) {
        if (!box.meets(reach)) return false;
        for (std::size_t k = 0; k + 1 < curve.size(); ++k) {
            if (segment_hits(curve[k], curve[k + 1], box)) return true;
        }
        return false;
    };
    std::vector<Box> others;
    for (std::size_t i = 0; i < shapes.size(); ++i) {
        const bool own = i == tie.source || i == tie.target;
        // Beside its shape a label has a plate over its own ties; one that was moved away is in their way.
        if (own && !is_moved_away(figure.layout, i)) continue;
        const Box label = label_box(shapes[i], figure.layout, i),
                  glyph = shapes[i].glyph().at(figure.layout.nodes[i]);
        if (passes_under(label.grown(1.5))) others.push_back(label.grown(width / 2 + 2));
        if (!own && passes_under(glyph)) others.push_back(glyph.grown(width / 2 + 2));
    }
    for (const Callout& callout : figure.sheet.callouts) {
        if (passes_under(callout.box)) others.push_back(callout.box.grown(1));
    }
    std::string data;
    for (const std::vector<Point>& piece : with_gaps(chain, others)) data += path_data(piece);
    return data;
}

void write_tie_label(XmlWriter& xml, const TieLabel& label, const Theme& theme) {
    if (label.text.empty()) return;
    const Box box = label.box;
    xml.open("rect").attribute("x", box.left).attribute("y", box.top).attribute("width", box.width());
    xml.attribute("height", box.height()).attribute("rx", 2).attribute("fill", theme.paper);
    xml.attribute("fill-opacity", 0.86).close();
    xml.markup(text_element({label.text}, {box.middle().x, box.middle().y + tie_label_size * 0.35},
                            tie_label_size, {tie_label_size, theme.faint_ink, "middle"}));
}

void write_ties(XmlWriter& xml, const Figure& figure) {
    const Picture& picture = figure.picture;
    const WidthScale widths = width_scale(picture);
    const Stroke strokes[3]{stroke_of(picture, Sign::negative, 1, figure.theme),
                            stroke_of(picture, Sign::none, 1, figure.theme),
                            stroke_of(picture, Sign::positive, 1, figure.theme)};
    const bool arrows = draws_arrowheads(picture);
    const std::vector<double> sizes = head_sizes(picture);
    xml.open("g").attribute("class", "ties").line_break();
    for (std::size_t t = 0; t < picture.ties.size(); ++t) {
        const PictureTie& tie = picture.ties[t];
        Stroke stroke = strokes[static_cast<std::size_t>(static_cast<int>(tie.sign) + 1)];
        stroke.width = widths.width(tie.strength);
        const double sure = opacity_of_confidence(tie.confidence);
        std::vector<Point> chain = figure.layout.ties[t];
        if (tie.frustrated || tie.emphasis == Emphasis::raised) {
            xml.open("path").attribute("class", "halo").attribute("d", path_data(chain));
            add_stroke(xml, {figure.theme.emphasis, "", stroke.width + 7, 0.2});
            xml.attribute("stroke-linecap", "round").close().line_break();
        }
        std::string heads;
        if (arrows)
            heads = arrowheads_markup(take_heads(chain, tie, sizes[t], heads_of(figure.layout, t)), stroke);
        open_edge(xml, figure.document, tie, t);
        if (sure < 1) xml.open("g").attribute("class", "uncertain").attribute("opacity", sure);
        xml.markup(line_markup(visible_line(figure, chain, tie, stroke.width), stroke)).markup(heads);
        if (sure < 1) xml.close();
        write_tie_label(xml, figure.sheet.tie_labels[t], figure.theme);
        if (!tie.tooltip.empty() && !figure.document.slim) xml.open("title").text(tie.tooltip).close();
        xml.close().line_break();
    }
    xml.close().line_break();
}

void write_node_label(XmlWriter& xml, const Figure& figure, std::size_t i) {
    const NodeShape& shape = figure.sheet.shapes[i];
    const LabelSide side = figure.layout.sides[i];
    if (shape.lines.empty() || (!shape.inside && side == LabelSide::hidden)) return;
    const double lines = static_cast<double>(shape.lines.size());
    const Point middle = figure.layout.nodes[i];
    const std::string_view ink = figure.theme.ink;
    // Baselines so that capital letters are centered in their lines.
    if (shape.inside) {
        const double shift = shape.form == Form::triangle ? -shape.half_height * 0.2 : 0;
        const double first = middle.y - (lines - 1) * shape.line_height / 2 + shape.font_size * 0.35;
        xml.markup(text_element(shape.lines, {middle.x + shift, first}, shape.line_height,
                                {shape.font_size, ink, "middle"}));
        return;
    }
    const Box box = label_box(shape, figure.layout, i);
    const double first = box.top + shape.line_height / 2 + shape.font_size * 0.35;
    if (figure.sheet.plates[i]) {
        xml.open("rect").attribute("x", box.left - 1).attribute("y", box.top);
        xml.attribute("width", box.width() + 2).attribute("height", box.height()).attribute("rx", 2);
        xml.attribute("fill", figure.theme.paper).attribute("fill-opacity", 0.78).close();
    }
    const double x = side == LabelSide::right  ? box.left + 1
                     : side == LabelSide::left ? box.right - 1
                                               : box.middle().x;
    const std::string_view anchor = side == LabelSide::right  ? "start"
                                    : side == LabelSide::left ? "end"
                                                              : "middle";
    xml.markup(text_element(shape.lines, {x, first}, shape.line_height, {shape.font_size, ink, anchor}));
}

// Where not all have labels, those that have stand on top.
std::vector<std::size_t> order_of_nodes(const Picture& picture) {
    std::vector<std::size_t> order(picture.nodes.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::stable_partition(order.begin(), order.end(),
                          [&](std::size_t i) { return !picture.nodes[i].labeled; });
    return order;
}

void write_nodes(XmlWriter& xml, const Figure& figure) {
    bool first = true;
    xml.open("g").attribute("class", "nodes").line_break();
    for (const std::size_t i : order_of_nodes(figure.picture)) {
        const PictureNode& node = figure.picture.nodes[i];
        if (figure.document.gathered) {
            xml.open("g").attribute("class", "node").attribute("data-id", node.id);
            xml.markup(slim_shape(figure.sheet.shapes[i], figure.layout.nodes[i],
                                  tone_of(figure.picture, node, figure.theme)));
            write_node_label(xml, figure, i);
            xml.close().line_break();
            continue;
        }
        open_node(xml, figure.document, node, first);
        xml.markup(shape_markup(figure.sheet.shapes[i], figure.layout.nodes[i],
                                tone_of(figure.picture, node, figure.theme), figure.theme, node.emphasis));
        write_node_label(xml, figure, i);
        xml.open("title").text(node.tooltip).close().close().line_break();
        first = false;
    }
    xml.close().line_break();
}

// Call-outs with a line to what they speak of; ties are broken where one stands.
void write_callouts(XmlWriter& xml, const Figure& figure) {
    if (figure.sheet.callouts.empty()) return;
    xml.open("g").attribute("class", "notes").line_break();
    for (const Callout& callout : figure.sheet.callouts) {
        const Box box = callout.box;
        xml.open("g").attribute("class", "note");
        xml.open("line").attribute("x1", callout.from.x).attribute("y1", callout.from.y);
        xml.attribute("x2", callout.to.x).attribute("y2", callout.to.y);
        xml.attribute("stroke", figure.theme.faint_ink).attribute("stroke-width", 1).close();
        if (callout.at_tie) {
            xml.open("circle").attribute("cx", callout.to.x).attribute("cy", callout.to.y);
            xml.attribute("r", 2.4).attribute("fill", figure.theme.faint_ink).close();
        }
        xml.open("rect").attribute("x", box.left).attribute("y", box.top).attribute("width", box.width());
        xml.attribute("height", box.height()).attribute("rx", 3).attribute("fill", figure.theme.paper);
        xml.attribute("stroke", figure.theme.faint_ink).attribute("stroke-width", 0.8).close();
        const double first = box.top + callout.line_height / 2 + callout_size * 0.35 + 2.5;
        xml.markup(text_element(callout.lines, {box.middle().x, first}, callout.line_height,
                                {callout_size, figure.theme.ink, "middle"}));
        xml.close().line_break();
    }
    xml.close().line_break();
}

std::string written(const Figure& figure) {
    const Sheet& sheet = figure.sheet;
    XmlWriter xml;
    open_document(xml, figure.document);
    write(xml, sheet.title);
    write(xml, sheet.subtitle);
    xml.open("g").attribute("class", "network").attribute("transform", moved_by(sheet.network_at));
    xml.line_break();
    write_hulls(xml, figure);
    if (figure.document.gathered) xml.markup(gathered_ties(figure.picture, figure.layout, figure.theme));
    else write_ties(xml, figure);
    write_nodes(xml, figure);
    write_callouts(xml, figure);
    xml.close().line_break();
    write_legend(xml, sheet.legend, sheet.legend_at);
    write(xml, sheet.footer);
    return xml.close().line_break().take();
}

}  // namespace

std::string to_svg(const Picture& picture, const Layout& layout, const SvgOptions& options) {
    return to_svgs(picture, layout, {options}).front();
}

std::vector<std::string> to_svgs(const Picture& picture, const Layout& layout,
                                 const std::vector<SvgOptions>& uses) {
    if (uses.empty()) return {};
    const Theme& theme = find_named("theme", uses.front().theme, themes());
    std::vector<std::string> texts;
    if (layout.name == matrix_layout) {
        for (const SvgOptions& options : uses) texts.push_back(matrix_svg(picture, options, theme));
        return texts;
    }
    const Sheet sheet = sheet_of(picture, layout, theme);
    for (const SvgOptions& options : uses) {
        texts.push_back(
            document_of(picture, options, theme, {sheet.width, sheet.height}, [&](const Document& document) {
                return written({document, picture, layout, theme, sheet});
            }));
    }
    return texts;
}

}  // namespace entente::render
