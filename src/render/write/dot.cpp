#include "base/error.hpp"
#include "base/number.hpp"
#include "model/sign_text.hpp"
#include "render/picture/style.hpp"
#include "render/picture/text_width.hpp"
#include "render/write/draw.hpp"
#include "render/write/markup.hpp"

namespace entente::render {
namespace {

// A quoted string of the DOT language. Backslashes are doubled because Graphviz reads escapes such as \N in
// labels, ampersands are written as entities because it decodes those. It is the name of a node as it is: two
// ids that differ in an invisible character only are two nodes.
std::string quoted_name(std::string_view text) {
    std::string result = "\"";
    for (const char c : text) {
        if (c == '"' || c == '\\') result += '\\';
        if (c == '&') result += "&amp;";
        else result += c;
    }
    return result + '"';
}

std::string quoted(std::string_view text) { return quoted_name(printable(text)); }

std::string entry(std::string_view name, std::string_view value) {
    return std::string(name) + "=" + quoted(value);
}

std::string_view form_name(Form form) {
    switch (form) {
        case Form::round:
            return "ellipse";
        case Form::box:
            return "box";
        case Form::hexagon:
            return "hexagon";
        case Form::diamond:
            return "octagon";
        case Form::slanted:
            return "parallelogram";
        case Form::triangle:
            return "house";
    }
    return "ellipse";
}

std::string node_line(const Picture& picture, const Layout& layout, const NodeShape& shape, std::size_t i) {
    const PictureNode& node = picture.nodes[i];
    const Tone tone = tone_of(picture, node, themes()[0]);
    std::string line = "  " + quoted_name(node.id) + " [" + entry("label", node.label);
    if (!node.kind.empty()) line += ", " + entry("kind", node.kind);
    line += ", " + entry("shape", form_name(shape.form)) + ", style=filled, " +
            entry("fillcolor", tone.pale) + ", " + entry("color", tone.strong);
    if (node.group > 0) line += ", community=" + std::to_string(node.group);
    if (node.faction > 0)
        line += (shows_blocs(picture) ? ", bloc=" : ", faction=") + std::to_string(node.faction);
    if (node.size == node.size) line += ", " + entry("score", format_number(node.size));
    // Points of 1/72 inch, y upwards.
    line += ", " +
            entry("pos", coordinate(layout.nodes[i].x) + "," + coordinate(layout.height - layout.nodes[i].y));
    return line + ", " + entry("width", format_number(2 * shape.half_width / 72)) + ", " +
           entry("height", format_number(2 * shape.half_height / 72)) + "];\n";
}

std::string tie_line(const Picture& picture, const PictureTie& tie, bool signs, double width) {
    const Stroke stroke = stroke_of(picture, tie.sign, width, themes()[0]);
    std::string line = "  " + quoted_name(picture.nodes[tie.source].id) + " -> " +
                       quoted_name(picture.nodes[tie.target].id) + " [";
    line += tie.to_target && tie.to_source ? "dir=both"
            : tie.to_target                ? "dir=forward"
            : tie.to_source                ? "dir=back"
                                           : "dir=none";
    if (!tie.relations.empty()) line += ", " + entry("relation", tie.relations);
    if (tie.sign != Sign::none) line += ", " + entry("sign", sign_text(tie.sign));
    if (!tie.citations.empty()) line += ", " + entry("citation", tie.citations);
    line += ", " + entry("strength", format_number(tie.strength)) + ", " + entry("color", stroke.color) +
            ", " + entry("penwidth", coordinate(stroke.width));
    if (tie.sign == Sign::negative) line += ", style=dashed";
    else if (tie.sign == Sign::none && signs) line += ", style=dotted";
    return line + "];\n";
}

}  // namespace

std::string to_dot(const Picture& picture, const Layout& layout) {
    if (layout.name == matrix_layout)
        throw Error(Fault::usage,
                    "a matrix is no graph in Graphviz' language; draw it as .svg, .pdf or .png");
    const std::vector<NodeShape> shapes = node_shapes(picture);
    const WidthScale widths = width_scale(picture);
    const bool signs = has_signs(picture);
    std::string out = "digraph " + quoted(picture.title.empty() ? "network" : picture.title) +
                      " {\n  graph [layout=nop, splines=true, " + entry("label", picture.title) +
                      "];\n  node [fixedsize=true, fontname=Helvetica, fontsize=11];\n";
    for (std::size_t i = 0; i < picture.nodes.size(); ++i) out += node_line(picture, layout, shapes[i], i);
    for (const PictureTie& tie : picture.ties)
        out += tie_line(picture, tie, signs, widths.width(tie.strength));
    return out + "}\n";
}

}  // namespace entente::render
