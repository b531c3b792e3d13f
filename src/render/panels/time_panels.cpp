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

constexpr double margin = 20, gap = 16, row_gap = 26, panel_title_size = 15, title_size = 22, small_size = 13;
constexpr double least_panel_width = 150;
constexpr double shown_width = 1200, least_shown_font = 9.9;
constexpr double legible_font = 9;                     // pixels, where shown_width is the page's
constexpr double high_page = 1.6, highest_page = 2.4;  // times its width
constexpr std::size_t most_columns = 4;

// Where panels, charts and legend stand.
struct Page {
    double width = 0, height = 0;
    std::size_t columns = 1;
    double panel_width = 0, panel_height = 0;
    double panels_at = 0, charts_at = 0, legend_at = 0, note_at = 0;
    Legend legend;
};

double smallest_label(const std::vector<NodeShape>& shapes) {
    double smallest = small_size;
    for (const NodeShape& shape : shapes) {
        if (!shape.lines.empty()) smallest = std::min(smallest, shape.font_size);
    }
    return smallest;
}

double page_width(std::size_t columns, double panel_width) {
    const auto count = static_cast<double>(columns);
    return std::max(720.0, 2 * margin + count * panel_width + (count - 1) * gap);
}

// As many as leave the smallest text legible where the page is shown 1200 pixels wide; panels keep their
// size.
std::size_t columns_for(std::size_t panels, double panel_width, double font) {
    for (std::size_t columns = std::min(most_columns, panels); columns > 1; --columns) {
        if (font * shown_width / page_width(columns, panel_width) >= least_shown_font) return columns;
    }
    return 1;
}

Page page_with(std::size_t columns, double panel_width, const TimePicture& picture, const Theme& theme) {
    Page page;
    page.panel_width = panel_width;
    page.panel_height = picture.layout.height + panel_title_size + 14;
    page.columns = columns;
    page.width = page_width(page.columns, page.panel_width);
    const std::size_t rows = (picture.panels.size() + page.columns - 1) / page.columns;
    page.panels_at = margin + title_size + (picture.network.subtitle.empty() ? 14 : 38);
    page.charts_at = page.panels_at + static_cast<double>(rows) * (page.panel_height + row_gap);
    page.legend = legend_of(picture.network, picture.layout, theme, page.width - 2 * margin);
    page.legend_at = page.charts_at + charts_height(picture.charts) + 12;
    page.note_at = page.legend_at + page.legend.height + 34;
    page.height = page.note_at + (picture.note.empty() ? 0 : 20) + margin;
    return page;
}

// A page that is too high becomes wider as long as its text stays legible; one that would be many pages long,
// of large panels in one column, becomes wider all the same and is shown at its own width.
Page page_of(const TimePicture& picture, const std::vector<NodeShape>& shapes, const Theme& theme) {
    const double panel_width = std::max(picture.layout.width, least_panel_width);
    const double font = smallest_label(shapes);
    std::size_t columns = columns_for(picture.panels.size(), panel_width, font);
    Page page = page_with(columns, panel_width, picture, theme);
    while (page.height > high_page * page.width && columns < picture.panels.size()) {
        const bool legible = font * shown_width / page_width(columns + 1, panel_width) >= legible_font;
        if (!legible && page.height <= highest_page * page.width) break;
        page = page_with(++columns, panel_width, picture, theme);
    }
    return page;
}

// What all panels share.
struct Drawn {
    const TimePicture& picture;
    std::vector<NodeShape> shapes;
    std::vector<HeadPlaces> heads;
    const Theme& theme;
};

void write_tie(XmlWriter& xml, const Drawn& drawn, const TimePanel::Tie& shown) {
    const TimePicture& picture = drawn.picture;
    const PictureTie& tie = picture.network.ties[shown.tie];
    Stroke stroke = stroke_of(picture.network, tie.sign, 1, drawn.theme);
    stroke.width = width_scale(picture.network).width(tie.strength) * (shown.fresh ? 2 : 1);
    if (!shown.certain) stroke.opacity *= 0.5;
    open_edge(xml, picture.network, tie);
    xml.attribute("data-certain", shown.certain ? "true" : "false");
    if (shown.fresh) xml.attribute("data-new", "true");
    xml.markup(
        tie_markup(picture.network, tie, picture.layout.ties[shown.tie], stroke, drawn.heads[shown.tie]));
    xml.close().line_break();
}

void write_node(XmlWriter& xml, const Drawn& drawn, std::size_t i, bool active) {
    const TimePicture& picture = drawn.picture;
    const NodeShape& shape = drawn.shapes[i];
    const Theme& theme = drawn.theme;
    const PictureNode& node = picture.network.nodes[i];
    const Point at = picture.layout.nodes[i];
    xml.open("g").attribute("class", active ? "node" : "node absent").attribute("data-id", node.id);
    if (active) {
        xml.markup(shape_markup(shape, at, tone_of(picture.network, node, theme), theme));
        write_label(xml, shape, picture.layout, i, theme);
        xml.open("title").text(node.label).close();
    } else {
        xml.markup(ring_markup(shape, at, theme));
        xml.open("title").text(node.label + ", not active").close();
    }
    xml.close().line_break();
}

std::string remark_of(const TimePanel& panel) { return panel.remark.empty() ? "" : ", " + panel.remark; }

void write_panel(XmlWriter& xml, const Drawn& drawn, const TimePanel& panel, Point at) {
    const Theme& theme = drawn.theme;
    const auto active =
        static_cast<std::uint64_t>(std::ranges::count_if(panel.active, [](char is) { return is != 0; }));
    xml.open("g").attribute("class", "panel").attribute("data-from", panel.from);
    xml.attribute("data-to", panel.to).attribute("role", "group");
    xml.attribute("aria-label", fmt::format("{}: {}, {}{}", panel.title, counted(active, "actor"),
                                            counted(panel.ties.size(), "tie"), remark_of(panel)));
    xml.attribute("transform", moved_by(at)).line_break();
    xml.markup(text_element({panel.title}, {0, panel_title_size}, panel_title_size,
                            {panel_title_size, theme.ink, "start", true}))
        .line_break();
    if (!panel.remark.empty()) {
        // Bold letters are wider by a tenth.
        const double x = text_width(panel.title, panel_title_size) * 1.1 + 12;
        xml.markup(text_element({panel.remark}, {x, panel_title_size}, panel_title_size,
                                {panel_title_size, theme.ink}))
            .line_break();
    }
    xml.open("g").attribute("transform", moved_by({0, panel_title_size + 14})).line_break();
    for (const TimePanel::Tie& tie : panel.ties) write_tie(xml, drawn, tie);
    for (const bool there : {false, true}) {
        for (std::size_t i = 0; i < drawn.shapes.size(); ++i) {
            if ((panel.active[i] != 0) == there) write_node(xml, drawn, i, there);
        }
    }
    xml.close().close().line_break();
}

std::string description(const TimePicture& picture) {
    std::string text = fmt::format("{} of one layout. ", counted(picture.panels.size(), "panel"));
    for (const TimePanel& panel : picture.panels)
        text += fmt::format("{}: {}{}. ", panel.title, counted(panel.ties.size(), "tie"), remark_of(panel));
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
    xml.markup(text_element({"heavier: new since the panel before; pale: its dates leave open whether it "
                             "holds; ring: not active"},
                            {0, page.legend.height + 16}, small_size, {small_size, theme.faint_ink}));
    xml.close().line_break();
}

}  // namespace

std::string to_time_svg(const TimePicture& picture, const SvgOptions& options) {
    const Theme& theme = find_named("theme", options.theme, themes());
    const Drawn drawn{picture, node_shapes(picture.network),
                      head_places(picture.network, picture.layout.ties), theme};
    const Page page = page_of(picture, drawn.shapes, theme);
    XmlWriter xml;
    start(xml, picture, page, options, theme);
    for (std::size_t i = 0; i < picture.panels.size(); ++i) {
        const Point at{
            margin + static_cast<double>(i % page.columns) * (page.panel_width + gap),
            page.panels_at + static_cast<double>(i / page.columns) * (page.panel_height + row_gap)};
        write_panel(xml, drawn, picture.panels[i], at);
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
