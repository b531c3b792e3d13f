#include "render/picture/legend.hpp"

#include <algorithm>

#include "base/number.hpp"
#include "render/layout/node_shape.hpp"
#include "render/picture/style.hpp"
#include "render/picture/text_width.hpp"
#include "render/write/markup.hpp"

namespace entente::render {
namespace {

constexpr double font_size = 13, row = 21, sample = 34, heading_row = 24, column_gap = 24;

struct Item {
    std::string markup;  // drawn around (0, 0) in a room of `sample` × `height`
    std::string text;
    double height = row;
};

struct Column {
    std::string heading;
    std::vector<Item> items;
    double room = sample;  // for the samples
};

std::string upper_first(std::string text) {
    if (!text.empty() && text[0] >= 'a' && text[0] <= 'z') text[0] = static_cast<char>(text[0] - 'a' + 'A');
    return text;
}

std::string shape_sample(Form form, const Tone& tone, bool pale, const Theme& theme) {
    NodeShape shape;
    shape.form = form;
    shape.half_width = pale ? 11 : 7;
    shape.half_height = 7;
    shape.inside = pale;
    return shape_markup(shape, {0, 0}, tone, theme);
}

std::string line_sample(const Stroke& stroke, bool arrow, Sign sign, bool both = false) {
    std::vector<Point> chain{{-15, 0}, {-5, 0}, {5, 0}, {15, 0}};
    std::string markup;
    if (arrow) markup = arrowhead_markup(take_arrowhead(chain, sign, arrowhead_size(stroke.width)), stroke);
    if (both) {
        std::reverse(chain.begin(), chain.end());
        markup += arrowhead_markup(take_arrowhead(chain, sign, arrowhead_size(stroke.width)), stroke);
    }
    return line_markup(path_data(chain), stroke) + markup;
}

std::string circle_sample(double radius, std::string_view fill, std::string_view stroke) {
    XmlWriter xml;
    xml.open("circle").attribute("r", radius).attribute("fill", fill).attribute("stroke", stroke);
    return xml.close().take();
}

std::string ellipsis_sample(const Theme& theme) {
    XmlWriter xml;
    xml.open("text").attribute("y", 4.5).attribute("font-size", 12.4).attribute("text-anchor", "middle");
    return xml.attribute("fill", theme.faint_ink).text("\u2026").close().take();
}

// As the ties of the picture are painted, but not so thin and faint that a sample could not be seen.
Stroke sample_stroke(const Picture& picture, Sign sign, const Theme& theme) {
    Stroke stroke = stroke_of(picture, sign, 1.8, theme);
    stroke.opacity = 1;
    return stroke;
}

// Shapes of the kinds, with their colors where color is by kind.
void add_kinds(std::vector<Column>& columns, const Picture& picture, const Layout& layout,
               const Theme& theme) {
    const bool named = std::any_of(picture.kinds.begin(), picture.kinds.end(),
                                   [](const std::string& kind) { return !kind.empty(); });
    if (!named || picture.kinds.size() < 2) return;  // what does not vary is no legend's matter
    Column column{"Kind", {}, sample};
    for (std::size_t k = 0; k < picture.kinds.size(); ++k) {
        Tone tone = theme.neutral;
        if (picture.color_by == ColorBy::kind) {
            const auto found = std::find(picture.colors.begin(), picture.colors.end(), picture.kinds[k]);
            if (found != picture.colors.end())
                tone = theme.tones[static_cast<std::size_t>(found - picture.colors.begin())];
        }
        column.items.push_back(
            {shape_sample(form_of_kind(picture.kinds, k), tone, layout.labels_inside, theme),
             picture.kinds[k].empty() ? "no kind given" : picture.kinds[k]});
    }
    columns.push_back(std::move(column));
}

std::string category_text(const Picture& picture, std::size_t color, std::size_t actors) {
    const std::string& word = picture.colors[color];
    const std::string count = " (" + std::to_string(actors) + ")";
    if (picture.color_by == ColorBy::community) return "community " + word + count;
    if (picture.color_by == ColorBy::faction) return "faction " + word + count;
    return word + count;
}

void add_colors(std::vector<Column>& columns, const Picture& picture, const Layout& layout,
                const Theme& theme) {
    if (picture.color_by == ColorBy::none || picture.color_by == ColorBy::kind || picture.colors.empty())
        return;
    std::vector<std::size_t> counts(picture.colors.size() + 1, 0);
    for (const PictureNode& node : picture.nodes)
        counts[std::min<std::size_t>(node.color, picture.colors.size())] += 1;
    Column column{upper_first(picture.color_title), {}, sample};
    for (std::size_t i = 0; i < picture.colors.size(); ++i) {
        column.items.push_back({shape_sample(Form::round, theme.tones[i], layout.labels_inside, theme),
                                category_text(picture, i, counts[i])});
    }
    if (counts.back() > 0)
        column.items.push_back({shape_sample(Form::round, theme.neutral, layout.labels_inside, theme),
                                "other or none (" + std::to_string(counts.back()) + ")"});
    columns.push_back(std::move(column));
}

void add_regions(std::vector<Column>& columns, const Picture& picture, const Theme& theme) {
    if (picture.group_count == 0) return;
    XmlWriter hull;
    hull.open("rect").attribute("x", -14).attribute("y", -7).attribute("width", 28).attribute("height", 14);
    hull.attribute("rx", 6).attribute("fill", theme.neutral.pale).attribute("stroke", theme.neutral.strong);
    hull.attribute("stroke-opacity", 0.5).close();
    const Item item{hull.take(), "region: one community"};
    if (picture.color_by == ColorBy::community && !columns.empty()) columns.back().items.push_back(item);
    else columns.push_back({"Region", {item}, sample});
}

void add_ties(std::vector<Column>& columns, const Picture& picture, const Theme& theme) {
    if (picture.ties.empty()) return;
    Column column{"Tie", {}, sample};
    const bool signs = has_signs(picture), arrows = draws_arrowheads(picture);
    bool any_arrow = false, any_plain = false, any_frustrated = false, any_both = false,
         any_uncertain = false;
    for (const Sign sign : {Sign::positive, Sign::negative, Sign::none}) {
        bool present = false, arrow = false;
        for (const PictureTie& tie : picture.ties) {
            any_frustrated = any_frustrated || tie.frustrated;
            any_both = any_both || (arrows && tie.to_source && tie.to_target);
            any_uncertain = any_uncertain || tie.confidence < 1;
            if (tie.sign != sign) continue;
            present = true;
            (arrows && (tie.to_target || tie.to_source) ? arrow : any_plain) = true;
        }
        any_arrow = any_arrow || arrow;
        if (!present) continue;
        const std::string word = sign == Sign::positive   ? "positive"
                                 : sign == Sign::negative ? "hostile"
                                 : signs                  ? "unsigned"
                                                          : "tie";
        column.items.push_back({line_sample(sample_stroke(picture, sign, theme), arrow, sign), word});
    }
    if (any_arrow)
        column.items.push_back(
            {line_sample({theme.faint_ink, "", 1.4}, true, Sign::none), "arrow: source to target"});
    if (any_arrow && any_plain)
        column.items.push_back(
            {line_sample({theme.faint_ink, "", 1.4}, false, Sign::none), "no arrow: mutual"});
    if (picture.tie_labels) column.items.push_back({ellipsis_sample(theme), "relation, where there is room"});
    if (any_both)
        column.items.push_back(
            {line_sample({theme.faint_ink, "", 1.4}, true, Sign::none, true), "both ways"});
    if (any_uncertain)
        column.items.push_back({XmlWriter()
                                    .open("g")
                                    .attribute("opacity", opacity_of_confidence(0.4))
                                    .markup(line_sample({theme.plain, "", 1.8}, false, Sign::none))
                                    .close()
                                    .take(),
                                "faint: not certain"});
    if (any_frustrated)
        column.items.push_back(
            {line_sample({theme.emphasis, "", 6, 0.22}, false, Sign::none), "against the factions"});
    if (column.items.size() > 1 || signs) columns.push_back(std::move(column));
}

// Which side of the page is which camp.
void add_sides(std::vector<Column>& columns, const Picture& picture) {
    if (!picture.two_sides || picture.color_by == ColorBy::faction) return;
    columns.push_back({"Side", {{"", "left and right: the two camps"}}, 0});
}

void add_widths(std::vector<Column>& columns, const Picture& picture, const Theme& theme) {
    const WidthScale scale = width_scale(picture);
    if (!scale.varies()) return;
    Column column{picture.counts_rows ? "Rows of data" : "Strength", {}, sample};
    const double middle =
        picture.counts_rows ? std::round((scale.least + scale.most) / 2) : (scale.least + scale.most) / 2;
    for (const double strength : {scale.least, middle, scale.most}) {
        if (!column.items.empty() && column.items.back().text == format_number(strength)) continue;
        column.items.push_back({line_sample({theme.faint_ink, "", scale.width(strength)}, false, Sign::none),
                                format_number(strength)});
    }
    columns.push_back(std::move(column));
}

// Two figures are enough on a scale.
std::string short_number(double value) {
    if (!(value > 0)) return format_number(value);
    double unit = 1;
    while (value / unit >= 100) unit *= 10;
    while (value / unit < 10) unit /= 10;
    return format_number(std::round(value / unit) * unit);
}

void add_sizes(std::vector<Column>& columns, const Picture& picture, const Theme& theme) {
    if (picture.size_title.empty()) return;
    const SizeScale scale = size_scale(picture);
    const bool whole = std::all_of(picture.nodes.begin(), picture.nodes.end(), [](const PictureNode& node) {
        return !(node.size == node.size) || node.size == std::round(node.size);
    });
    Column column{
        upper_first(picture.size_title) + " (area)", {}, std::max(sample, 2 * scale.largest_radius + 2)};
    for (double share : {1.0, 0.4, 0.1}) {
        if (!(scale.most > 0)) break;
        if (whole) share = std::max(std::round(share * scale.most), 1.0) / scale.most;
        if (!column.items.empty() && column.items.back().text == short_number(share * scale.most)) continue;
        const double radius = radius_of_score(share * scale.most, scale);
        column.items.push_back({circle_sample(radius, theme.neutral.pale, theme.neutral.strong),
                                short_number(share * scale.most), std::max(row, 2 * radius + 4)});
    }
    if (!column.items.empty()) columns.push_back(std::move(column));
}

// An actor that steps back, as it is drawn.
std::string faded_sample(const PictureNode& node, const Picture& picture, const Layout& layout,
                         const Theme& theme) {
    const std::string shape = shape_sample(form_of_kind(picture.kinds, node.shape),
                                           tone_of(picture, node, theme), layout.labels_inside, theme);
    return XmlWriter().open("g").attribute("opacity", faded_actor).markup(shape).close().take();
}

void add_emphasis(std::vector<Column>& columns, const Picture& picture, const Layout& layout,
                  const Theme& theme) {
    if (!picture.has_path && !picture.has_highlight && !picture.ego) return;
    XmlWriter ring;
    ring.open("circle").attribute("r", 8).attribute("fill", "none").attribute("stroke", theme.emphasis);
    ring.attribute("stroke-width", 3).close();
    Column column{"Emphasis", {}, sample};
    column.items.push_back({ring.take(), picture.has_path        ? "actor on the path"
                                         : picture.has_highlight ? "highlighted actor"
                                                                 : "actor in focus"});
    if (picture.has_path)
        column.items.push_back(
            {line_sample({theme.emphasis, "", 6, 0.22}, false, Sign::none), "tie on the path"});
    const auto faded = std::find_if(picture.nodes.begin(), picture.nodes.end(),
                                    [](const PictureNode& node) { return node.emphasis == Emphasis::faded; });
    if (faded != picture.nodes.end())
        column.items.push_back({faded_sample(*faded, picture, layout, theme),
                                picture.has_path ? "faded: not on the path" : "faded: not tied to them"});
    columns.push_back(std::move(column));
}

struct Size {
    double width, height;
};

Size size_of(const Column& column) {
    Size size{text_width(column.heading, font_size) * 1.08, heading_row};
    for (const Item& item : column.items) {
        size.width = std::max(size.width, column.room + 8 + text_width(item.text, font_size));
        size.height += item.height;
    }
    return size;
}

std::string column_markup(const Column& column, Point at, const Theme& theme) {
    std::string markup =
        text_element({column.heading}, {at.x, at.y + 13}, row, {font_size, theme.ink, "start", true}) + "\n";
    double y = at.y + heading_row;
    for (const Item& item : column.items) {
        const double middle = y + item.height / 2;
        XmlWriter sample_at;
        sample_at.open("g").attribute("transform", moved_by({at.x + column.room / 2, middle}));
        markup += sample_at.markup(item.markup).close().take();
        markup +=
            text_element({item.text}, {at.x + column.room + 8, middle + 4.5}, row, {font_size, theme.ink}) +
            "\n";
        y += item.height;
    }
    return markup;
}

}  // namespace

Legend legend_of(const Picture& picture, const Layout& layout, const Theme& theme, double width) {
    std::vector<Column> columns;
    add_kinds(columns, picture, layout, theme);
    add_colors(columns, picture, layout, theme);
    add_regions(columns, picture, theme);
    add_ties(columns, picture, theme);
    add_sides(columns, picture);
    add_widths(columns, picture, theme);
    add_sizes(columns, picture, theme);
    add_emphasis(columns, picture, layout, theme);
    Legend legend;
    std::string body;
    double x = 0, y = 0, tallest = 0;
    for (Column& column : columns) {
        for (Item& item : column.items) {
            const std::vector<std::string> lines = wrapped(item.text, width - sample - 12, 1, font_size);
            if (!lines.empty()) item.text = lines[0];
        }
        const Size size = size_of(column);
        if (x > 0 && x + size.width > width) {
            x = 0;
            y += tallest + 16;
            tallest = 0;
        }
        body += column_markup(column, {x, y}, theme);
        legend.width = std::max(legend.width, x + size.width);
        x += size.width + column_gap;
        tallest = std::max(tallest, size.height);
    }
    legend.height = y + tallest;
    legend.markup = body;
    return legend;
}

}  // namespace entente::render
