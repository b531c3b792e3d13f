#include "render/panels/time_panels.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "base/named.hpp"
#include "base/prose.hpp"
#include "render/panels/marks.hpp"
#include "render/panels/panel_labels.hpp"
#include "render/panels/panel_room.hpp"
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
constexpr double least_shape = 0.6, widest_shape = 1.7;  // of a panel drawn smaller, width over height

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

Page page_with(std::size_t columns, const TimePicture& picture, const Layout& layout, const Theme& theme) {
    Page page;
    page.panel_width = std::max(layout.width, least_panel_width);
    page.panel_height = layout.height + panel_title_size + 14;
    page.columns = columns;
    page.width = page_width(page.columns, page.panel_width);
    const std::size_t rows = (picture.panels.size() + page.columns - 1) / page.columns;
    page.panels_at = margin + title_size + (picture.network.subtitle.empty() ? 14 : 38);
    page.charts_at = page.panels_at + static_cast<double>(rows) * (page.panel_height + row_gap);
    page.legend = legend_of(picture.network, layout, theme, page.width - 2 * margin);
    page.legend_at = page.charts_at + charts_height(picture.charts) + 12;
    page.note_at = page.legend_at + page.legend.height + 34;
    page.height = page.note_at + (picture.note.empty() ? 0 : 20) + margin;
    return page;
}

// A page that is too high becomes wider as long as its text stays legible; one that would be many pages long,
// of large panels in one column, becomes wider all the same and is shown at its own width.
Page page_of(const TimePicture& picture, const Layout& layout, const std::vector<NodeShape>& shapes,
             const Theme& theme) {
    const double panel_width = std::max(layout.width, least_panel_width);
    const double font = smallest_label(shapes);
    std::size_t columns = columns_for(picture.panels.size(), panel_width, font);
    Page page = page_with(columns, picture, layout, theme);
    while (page.height > high_page * page.width && columns < picture.panels.size()) {
        const bool legible = font * shown_width / page_width(columns + 1, panel_width) >= legible_font;
        if (!legible && page.height <= highest_page * page.width) break;
        page = page_with(++columns, picture, layout, theme);
    }
    return page;
}

bool is_legible(const Page& page, const std::vector<NodeShape>& shapes) {
    return smallest_label(shapes) * shown_width / page.width >= legible_font;
}

// How large each panel may be on a page that is legible 1,200 pixels wide and not too high: of all numbers of
// columns the one that leaves panels most room.
Point room_of_panels(const TimePicture& picture, const Page& page, double font) {
    const double width = font * shown_width / least_shown_font;
    const auto count = picture.panels.size();
    const double rows_now = static_cast<double>((count + page.columns - 1) / page.columns),
                 around = page.height - rows_now * (page.panel_height + row_gap),
                 above = page.panel_height - picture.layout.height + row_gap;
    Point best;
    for (std::size_t columns = 1; columns <= std::min(most_columns, count); ++columns) {
        const double across = static_cast<double>(columns),
                     down = static_cast<double>((count + columns - 1) / columns);
        Point room{(width - 2 * margin - (across - 1) * gap) / across,
                   (high_page * width - around) / down - above};
        room.x = std::min({room.x, picture.layout.width, widest_shape * room.y});
        room.y = std::min({room.y, picture.layout.height, room.x / least_shape});
        if (room.x > least_panel_width && room.x * room.y > best.x * best.y) best = room;
    }
    return best;
}

// What all panels share.
struct Drawn {
    const TimePicture& picture;
    Layout layout;
    std::vector<NodeShape> shapes;
    const Theme& theme;
    Page page;
    std::vector<Layout> panels;  // of each panel, with the places of its names
};

// The panels as they were laid out, or smaller where all of them would make a page whose text nobody can
// read.
Drawn planned(const TimePicture& picture, const Theme& theme) {
    Drawn drawn{.picture = picture,
                .layout = picture.layout,
                .shapes = node_shapes(picture.network),
                .theme = theme,
                .page = {},
                .panels = {}};
    drawn.page = page_of(picture, drawn.layout, drawn.shapes, theme);
    if (!is_legible(drawn.page, drawn.shapes)) {
        const Point room = room_of_panels(picture, drawn.page, smallest_label(drawn.shapes));
        if (room.x > 0) {
            SmallerPanel smaller = drawn_smaller(picture.network, picture.layout, room);
            drawn.layout = std::move(smaller.layout);
            drawn.shapes = std::move(smaller.shapes);
            drawn.page = page_of(picture, drawn.layout, drawn.shapes, theme);
        }
    }
    for (const TimePanel& panel : picture.panels) {
        std::vector<std::size_t> ties;
        for (const TimePanel::Tie& tie : panel.ties) ties.push_back(tie.tie);
        drawn.panels.push_back(
            with_panel_labels(picture.network, drawn.layout, drawn.shapes, {panel.active, ties}));
    }
    return drawn;
}

// The names beside shapes of the panel's actors; an empty box where there is none.
std::vector<Box> names_of(const Drawn& drawn, const Layout& layout, const TimePanel& panel) {
    std::vector<Box> names(drawn.shapes.size());
    for (std::size_t i = 0; i < names.size(); ++i) {
        if (panel.active[i] != 0) names[i] = label_box(drawn.shapes[i], layout, i);
    }
    return names;
}

// `names`: of the panel's actors. The line is broken at those of others that it runs under.
void write_tie(XmlWriter& xml, const Drawn& drawn, const TimePanel::Tie& shown,
               const std::vector<Box>& names) {
    const TimePicture& picture = drawn.picture;
    const PictureTie& tie = picture.network.ties[shown.tie];
    Stroke stroke = stroke_of(picture.network, tie.sign, 1, drawn.theme);
    stroke.width = width_scale(picture.network).width(tie.strength) * (shown.fresh ? 2 : 1);
    if (!shown.certain) stroke.opacity *= 0.5;
    TieLine line{drawn.layout.ties[shown.tie], heads_of(drawn.layout, shown.tie)};
    const Polyline curve = polyline_of(line.chain);
    for (std::size_t i = 0; i < names.size(); ++i) {
        if (i == tie.source || i == tie.target || !polyline_hits(curve, names[i].grown(1.5))) continue;
        line.broken.push_back(names[i].grown(stroke.width / 2 + 2));
    }
    open_edge(xml, picture.network, tie);
    xml.attribute("data-certain", shown.certain ? "true" : "false");
    if (shown.fresh) xml.attribute("data-new", "true");
    xml.markup(tie_markup(picture.network, tie, std::move(line), stroke));
    xml.close().line_break();
}

void write_node(XmlWriter& xml, const Drawn& drawn, const Layout& layout, std::size_t i, bool active) {
    const TimePicture& picture = drawn.picture;
    const NodeShape& shape = drawn.shapes[i];
    const Theme& theme = drawn.theme;
    const PictureNode& node = picture.network.nodes[i];
    const Point at = layout.nodes[i];
    xml.open("g").attribute("class", active ? "node" : "node absent").attribute("data-id", node.id);
    if (active) {
        xml.markup(shape_markup(shape, at, tone_of(picture.network, node, theme), theme));
        write_label(xml, shape, layout, i, theme);
        xml.open("title").text(node.label).close();
    } else {
        xml.markup(ring_markup(shape, at, theme));
        xml.open("title").text(node.label + ", not active").close();
    }
    xml.close().line_break();
}

// Whether a name stands where the actor would: then its faint ring would only disturb.
bool is_covered(const Drawn& drawn, std::size_t node, const std::vector<Box>& names) {
    const Box glyph = drawn.shapes[node].glyph().at(drawn.layout.nodes[node]).grown(1);
    return std::ranges::any_of(names, [&](const Box& name) { return name.meets(glyph); });
}

std::string remark_of(const TimePanel& panel) { return panel.remark.empty() ? "" : ", " + panel.remark; }

void write_panel(XmlWriter& xml, const Drawn& drawn, std::size_t number, Point at) {
    const TimePanel& panel = drawn.picture.panels[number];
    const Layout& layout = drawn.panels[number];
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
    const std::vector<Box> names = names_of(drawn, layout, panel);
    for (const TimePanel::Tie& tie : panel.ties) write_tie(xml, drawn, tie, names);
    for (const bool there : {false, true}) {
        for (std::size_t i = 0; i < drawn.shapes.size(); ++i) {
            if ((panel.active[i] != 0) == there && (there || !is_covered(drawn, i, names)))
                write_node(xml, drawn, layout, i, there);
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

// Whether an actor of a panel has no name there.
bool leaves_out_names(const Drawn& drawn) {
    for (std::size_t k = 0; k < drawn.panels.size(); ++k) {
        for (std::size_t i = 0; i < drawn.shapes.size(); ++i) {
            if (drawn.picture.panels[k].active[i] != 0 && !drawn.shapes[i].inside &&
                !drawn.shapes[i].lines.empty() && drawn.panels[k].sides[i] == LabelSide::hidden)
                return true;
        }
    }
    return false;
}

void write_legend(XmlWriter& xml, const Drawn& drawn) {
    const Legend& legend = drawn.page.legend;
    std::string words =
        "heavier: new since the panel before; pale: its dates leave open whether it holds; ring: not active";
    if (leaves_out_names(drawn)) words += "; names where there is room, of those with most ties first";
    xml.open("g").attribute("class", "legend");
    xml.attribute("transform", moved_by({margin, drawn.page.legend_at}));
    xml.line_break().markup(legend.markup).line_break();
    xml.markup(
        text_element({words}, {0, legend.height + 16}, small_size, {small_size, drawn.theme.faint_ink}));
    xml.close().line_break();
}

}  // namespace

std::string to_time_svg(const TimePicture& picture, const SvgOptions& options) {
    const Theme& theme = find_named("theme", options.theme, themes());
    const Drawn drawn = planned(picture, theme);
    const Page& page = drawn.page;
    XmlWriter xml;
    start(xml, picture, page, options, theme);
    for (std::size_t i = 0; i < picture.panels.size(); ++i) {
        const Point at{
            margin + static_cast<double>(i % page.columns) * (page.panel_width + gap),
            page.panels_at + static_cast<double>(i / page.columns) * (page.panel_height + row_gap)};
        write_panel(xml, drawn, i, at);
    }
    xml.markup(charts_markup(picture.charts, {margin, page.charts_at}, page.width - 2 * margin, theme));
    write_legend(xml, drawn);
    if (!picture.note.empty())
        xml.markup(text_element({picture.note}, {margin, page.note_at + 10}, small_size,
                                {small_size, theme.faint_ink}))
            .line_break();
    return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n" + xml.close().line_break().take();
}

}  // namespace entente::render
