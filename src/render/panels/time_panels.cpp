#include "render/panels/time_panels.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "base/named.hpp"
#include "base/prose.hpp"
#include "render/panels/marks.hpp"
#include "render/panels/time_charts.hpp"
#include "render/picture/style.hpp"
#include "render/picture/text_width.hpp"
#include "render/write/markup.hpp"
#include "render/write/sheet.hpp"

namespace entente::render {
namespace {

constexpr double margin = 24, gap = 28, panel_title_size = 15, title_size = 22, small_size = 12.6;
constexpr double widest_page = 1500, least_panel_width = 150;

// Where panels, charts and legend stand.
struct Page {
    double width = 0, height = 0;
    std::size_t columns = 1;
    double panel_width = 0, panel_height = 0;
    double panels_at = 0, charts_at = 0, legend_at = 0, note_at = 0;
    Legend legend;
};

Page page_of(const TimePicture& picture, const Theme& theme) {
    Page page;
    page.panel_width = std::max(picture.layout.width, least_panel_width);
    page.panel_height = picture.layout.height + panel_title_size + 14;
    const double room = widest_page - 2 * margin + gap;
    page.columns =
        std::clamp<std::size_t>(static_cast<std::size_t>(room / (page.panel_width + gap)), 1,
                                std::max<std::size_t>(1, std::min<std::size_t>(4, picture.panels.size())));
    const auto columns = static_cast<double>(page.columns);
    page.width = std::max(720.0, 2 * margin + columns * page.panel_width + (columns - 1) * gap);
    const std::size_t rows = (picture.panels.size() + page.columns - 1) / page.columns;
    page.panels_at = margin + title_size + (picture.network.subtitle.empty() ? 14 : 38);
    page.charts_at = page.panels_at + static_cast<double>(rows) * (page.panel_height + gap);
    page.legend = legend_of(picture.network, picture.layout, theme, page.width - 2 * margin);
    page.legend_at = page.charts_at + charts_height(picture.charts) + 12;
    page.note_at = page.legend_at + page.legend.height + 34;
    page.height = page.note_at + (picture.note.empty() ? 0 : 20) + margin;
    return page;
}

void write_tie(XmlWriter& xml, const TimePicture& picture, const TimePanel::Tie& shown, const Theme& theme) {
    const PictureTie& tie = picture.network.ties[shown.tie];
    Stroke stroke = stroke_of(picture.network, tie.sign, 1, theme);
    stroke.width = width_scale(picture.network).width(tie.strength) * (shown.fresh ? 2 : 1);
    if (!shown.certain) stroke.opacity *= 0.5;
    open_edge(xml, picture.network, tie);
    xml.attribute("data-certain", shown.certain ? "true" : "false");
    if (shown.fresh) xml.attribute("data-new", "true");
    xml.markup(tie_markup(picture.network, tie, picture.layout.ties[shown.tie], stroke)).close().line_break();
}

void write_node(XmlWriter& xml, const TimePicture& picture, const NodeShape& shape, std::size_t i,
                bool active, const Theme& theme) {
    const PictureNode& node = picture.network.nodes[i];
    const Point at = picture.layout.nodes[i];
    xml.open("g").attribute("class", active ? "node" : "node absent").attribute("data-id", node.id);
    if (active) {
        xml.markup(shape_markup(shape, at, tone_of(picture.network, node, theme), theme));
        write_label(xml, shape, picture.layout.sides[i], at, theme);
        xml.open("title").text(node.label).close();
    } else {
        xml.markup(ring_markup(shape, at, theme));
        xml.open("title").text(node.label + ", not active").close();
    }
    xml.close().line_break();
}

void write_panel(XmlWriter& xml, const TimePicture& picture, const std::vector<NodeShape>& shapes,
                 const TimePanel& panel, Point at, const Theme& theme) {
    const auto active =
        static_cast<std::uint64_t>(std::ranges::count_if(panel.active, [](char is) { return is != 0; }));
    xml.open("g").attribute("class", "panel").attribute("data-from", panel.from);
    xml.attribute("data-to", panel.to).attribute("role", "group");
    xml.attribute("aria-label", fmt::format("{}: {}, {}", panel.title, counted(active, "actor"),
                                            counted(panel.ties.size(), "tie")));
    xml.attribute("transform", moved_by(at)).line_break();
    xml.markup(text_element({panel.title}, {0, panel_title_size}, panel_title_size,
                            {panel_title_size, theme.ink, "start", true}))
        .line_break();
    xml.open("g").attribute("transform", moved_by({0, panel_title_size + 14})).line_break();
    for (const TimePanel::Tie& tie : panel.ties) write_tie(xml, picture, tie, theme);
    for (std::size_t i = 0; i < shapes.size(); ++i) {
        if (panel.active[i] == 0) write_node(xml, picture, shapes[i], i, false, theme);
    }
    for (std::size_t i = 0; i < shapes.size(); ++i) {
        if (panel.active[i] != 0) write_node(xml, picture, shapes[i], i, true, theme);
    }
    xml.close().close().line_break();
}

std::string description(const TimePicture& picture) {
    std::string text = fmt::format("{} of one layout. ", counted(picture.panels.size(), "panel"));
    for (const TimePanel& panel : picture.panels)
        text += fmt::format("{}: {}. ", panel.title, counted(panel.ties.size(), "tie"));
    return text;
}

void start(XmlWriter& xml, const TimePicture& picture, const Page& page, const SvgOptions& options,
           const Theme& theme) {
    const std::string title = picture.network.title.empty() ? "Network through time" : picture.network.title;
    open_svg(xml,
             {.width = page.width,
              .height = page.height,
              .shown_width = std::max(page.width, options.width),
              .name = options.name,
              .title = title,
              .description = description(picture)},
             theme);
    xml.markup(text_element({title}, {margin, margin + title_size - 4}, title_size,
                            {title_size, theme.ink, "start", true}))
        .line_break();
    if (picture.network.subtitle.empty()) return;
    xml.markup(text_element({picture.network.subtitle}, {margin, margin + title_size + 18}, 14.5,
                            {14.5, theme.faint_ink}))
        .line_break();
}

void write_legend(XmlWriter& xml, const TimePicture&, const Page& page, const Theme& theme) {
    xml.open("g").attribute("class", "legend").attribute("transform", moved_by({margin, page.legend_at}));
    xml.line_break().markup(page.legend.markup).line_break();
    xml.markup(
        text_element({"heavier: new since the panel before; pale: may hold, not certain; ring: not active"},
                     {0, page.legend.height + 16}, small_size, {small_size, theme.faint_ink}));
    xml.close().line_break();
}

}  // namespace

std::string to_time_svg(const TimePicture& picture, const SvgOptions& options) {
    const Theme& theme = find_named("theme", options.theme, themes());
    const Page page = page_of(picture, theme);
    const std::vector<NodeShape> shapes = node_shapes(picture.network);
    XmlWriter xml;
    start(xml, picture, page, options, theme);
    for (std::size_t i = 0; i < picture.panels.size(); ++i) {
        const Point at{margin + static_cast<double>(i % page.columns) * (page.panel_width + gap),
                       page.panels_at + static_cast<double>(i / page.columns) * (page.panel_height + gap)};
        write_panel(xml, picture, shapes, picture.panels[i], at, theme);
    }
    xml.markup(charts_markup(picture.charts, {margin, page.charts_at}, page.width - 2 * margin, theme));
    write_legend(xml, picture, page, theme);
    if (!picture.note.empty())
        xml.markup(text_element({picture.note}, {margin, page.note_at + 10}, small_size,
                                {small_size, theme.faint_ink}))
            .line_break();
    return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n" + xml.close().line_break().take();
}

}  // namespace entente::render
