#include "render/panels/change_figure.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "base/named.hpp"
#include "base/prose.hpp"
#include "render/panels/marks.hpp"
#include "render/picture/legend.hpp"
#include "render/picture/text_width.hpp"

namespace entente::render {
namespace {

constexpr double margin = 24, title_size = 22, small_size = 12.6, mark_radius = 7;

void write_tie(XmlWriter& xml, const ChangePicture& picture, std::size_t t, const Theme& theme) {
    const PictureTie& tie = picture.network.ties[t];
    Stroke stroke = stroke_of(picture.network, tie.sign, 1, theme);
    stroke.width = width_scale(picture.network).width(tie.strength);
    const Fate fate = picture.ties[t];
    if (fate == Fate::added) stroke.width *= 2.4;
    if (fate == Fate::gone) {
        stroke.dash = "1.5 4";
        stroke.opacity *= 0.75;
    }
    open_edge(xml, picture.network, tie);
    constexpr const char* names[] = {"same", "added", "gone"};
    xml.attribute("data-change", names[static_cast<std::size_t>(fate)]);
    xml.markup(
        tie_markup(picture.network, tie, {picture.layout.ties[t], heads_of(picture.layout, t)}, stroke));
    xml.open("title").text(tie.tooltip).close().close().line_break();
}

// A diamond on the middle of the line.
void write_turn(XmlWriter& xml, const ChangePicture& picture, std::size_t t, const Theme& theme) {
    const std::vector<Point> curve = sampled(picture.layout.ties[t], 8);
    if (curve.empty()) return;
    const Point at = curve[curve.size() / 2];
    const std::vector<Point> corners{
        {0, -mark_radius}, {mark_radius, 0}, {0, mark_radius}, {-mark_radius, 0}};
    xml.open("polygon").attribute("class", "turned").attribute("points", polygon_points(corners, at));
    xml.attribute("fill", theme.paper).attribute("stroke", theme.emphasis).attribute("stroke-width", 2.0);
    xml.close().line_break();
}

void write_node(XmlWriter& xml, const ChangePicture& picture, const NodeShape& shape, std::size_t i,
                const Theme& theme) {
    const PictureNode& node = picture.network.nodes[i];
    const Point at = picture.layout.nodes[i];
    const Fate fate = picture.actors[i];
    xml.open("g").attribute("class", "node").attribute("data-id", node.id);
    if (fate != Fate::same) xml.attribute("data-change", fate == Fate::added ? "added" : "gone");
    if (fate == Fate::gone) {
        xml.markup(ring_markup(shape, at, theme));
    } else {
        xml.markup(shape_markup(shape, at, tone_of(picture.network, node, theme), theme,
                                fate == Fate::added ? Emphasis::raised : Emphasis::normal));
    }
    write_label(xml, shape, picture.layout, i, theme);
    xml.open("title").text(node.tooltip).close().close().line_break();
}

std::string description(const ChangePicture& picture) {
    const auto actors = [&](Fate fate) {
        return static_cast<std::uint64_t>(std::ranges::count(picture.actors, fate));
    };
    return fmt::format("{} added, {} gone, {} turned in sign; {} added, {} gone.",
                       counted(picture.rows_added, "tie"), picture.rows_gone, picture.rows_turned,
                       counted(actors(Fate::added), "actor"), actors(Fate::gone));
}

std::vector<std::string> key_lines(const ChangePicture& picture, double width) {
    std::string words = "heavy line: added; dotted: gone";
    if (!picture.turned.empty()) words += "; diamond: the sign turned";
    if (std::ranges::find(picture.actors, Fate::added) != picture.actors.end())
        words += "; bold edge: actor added";
    if (std::ranges::find(picture.actors, Fate::gone) != picture.actors.end()) words += "; ring: actor gone";
    if (!picture.note.empty()) words += "; " + picture.note;
    return wrapped(words, width, 3, small_size);
}

}  // namespace

std::string to_change_svg(const ChangePicture& picture, const SvgOptions& options) {
    const Theme& theme = find_named("theme", options.theme, themes());
    const double width = std::max(720.0, picture.layout.width + 2 * margin);
    const Legend legend = legend_of(picture.network, picture.layout, theme, width - 2 * margin);
    const std::vector<std::string> key = key_lines(picture, width - 2 * margin);
    const double network_at = margin + title_size + 18, legend_at = network_at + picture.layout.height + 26,
                 height = legend_at + legend.height + 18 + 17 * static_cast<double>(key.size()) + margin;
    const std::string title = picture.network.title.empty() ? "What changed" : picture.network.title;
    XmlWriter xml;
    open_svg(xml,
             {.width = width,
              .height = height,
              .shown_width = std::max(width, options.width),
              .name = options.name,
              .title = title,
              .description = description(picture)},
             theme);
    xml.markup(text_element(wrapped(title, width - 2 * margin, 1, title_size),
                            {margin, margin + title_size - 4}, title_size,
                            {title_size, theme.ink, "start", true}))
        .line_break();
    xml.open("g").attribute("class", "network");
    xml.attribute("transform", moved_by({(width - picture.layout.width) / 2, network_at})).line_break();
    for (const Fate fate : {Fate::same, Fate::gone, Fate::added}) {
        for (std::size_t t = 0; t < picture.ties.size(); ++t) {
            if (picture.ties[t] == fate) write_tie(xml, picture, t, theme);
        }
    }
    for (const std::size_t t : picture.turned) write_turn(xml, picture, t, theme);
    const std::vector<NodeShape> shapes = node_shapes(picture.network);
    for (std::size_t i = 0; i < shapes.size(); ++i) write_node(xml, picture, shapes[i], i, theme);
    xml.close().line_break();
    xml.open("g").attribute("class", "legend").attribute("transform", moved_by({margin, legend_at}));
    xml.line_break().markup(legend.markup).line_break();
    xml.markup(text_element(key, {0, legend.height + 22}, 17, {small_size, theme.faint_ink})).close();
    return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n" + xml.line_break().close().line_break().take();
}

}  // namespace entente::render
