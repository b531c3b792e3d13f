#include "render/picture/legend.hpp"

#include <algorithm>

#include "base/number.hpp"
#include "model/sign_text.hpp"
#include "render/layout/node_shape.hpp"
#include "render/lines/arrowheads.hpp"
#include "render/picture/groups.hpp"
#include "render/picture/legend_column.hpp"
#include "render/picture/style.hpp"
#include "render/write/markup.hpp"

namespace entente::render {
namespace {

constexpr double row = legend_row, sample = legend_sample;

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

void add_regions(std::vector<LegendColumn>& columns, const Picture& picture, const Theme& theme) {
    const bool blocs = shows_bloc_regions(picture);
    if (!blocs && (picture.group_count == 0 || !picture.regions)) return;
    XmlWriter hull;
    hull.open("rect").attribute("x", -14).attribute("y", -7).attribute("width", 28).attribute("height", 14);
    hull.attribute("rx", 6).attribute("fill", theme.neutral.pale).attribute("stroke", theme.neutral.strong);
    hull.attribute("stroke-opacity", 0.5).close();
    const LegendItem item{hull.take(), blocs ? "region: one bloc, opponents apart" : "region: one community"};
    if (picture.color_by == (blocs ? ColorBy::faction : ColorBy::community) && !columns.empty())
        columns.back().items.push_back(item);
    else columns.push_back({"Region", {item}, sample});
}

void add_ties(std::vector<LegendColumn>& columns, const Picture& picture, const Theme& theme) {
    if (picture.ties.empty()) return;
    LegendColumn column{"Tie", {}, sample};
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
        const std::string word = sign != Sign::none ? sign_word(sign) : signs ? "unsigned" : "tie";
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
        column.items.push_back({line_sample({theme.emphasis, "", 6, 0.22}, false, Sign::none),
                                shows_blocs(picture) ? "against the blocs" : "against the factions"});
    if (column.items.size() > 1 || signs) columns.push_back(std::move(column));
}

// Which side of the page is which camp.
void add_sides(std::vector<LegendColumn>& columns, const Picture& picture) {
    if (picture.camps != 2 || picture.color_by == ColorBy::faction || picture.nodes.size() < 3) return;
    columns.push_back({"Side", {{"", "left and right: the two camps"}}, 0});
}

void add_widths(std::vector<LegendColumn>& columns, const Picture& picture, const Theme& theme) {
    const WidthScale scale = width_scale(picture);
    if (!scale.varies()) return;
    LegendColumn column{picture.counts_rows ? "Rows of data" : "Strength", {}, sample};
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

void add_sizes(std::vector<LegendColumn>& columns, const Picture& picture, const Theme& theme) {
    if (picture.size_title.empty()) return;
    const SizeScale scale = size_scale(picture);
    const bool whole = std::all_of(picture.nodes.begin(), picture.nodes.end(), [](const PictureNode& node) {
        return !(node.size == node.size) || node.size == std::round(node.size);
    });
    LegendColumn column{
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

void add_emphasis(std::vector<LegendColumn>& columns, const Picture& picture, const Layout& layout,
                  const Theme& theme) {
    if (!picture.has_path && !picture.has_highlight && !picture.ego) return;
    XmlWriter ring;
    ring.open("circle").attribute("r", 8).attribute("fill", "none").attribute("stroke", theme.emphasis);
    ring.attribute("stroke-width", 3).close();
    LegendColumn column{"Emphasis", {}, sample};
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

}  // namespace

Legend legend_of(const Picture& picture, const Layout& layout, const Theme& theme, double width) {
    std::vector<LegendColumn> columns;
    add_kinds(columns, picture, layout.labels_inside, theme);
    add_colors(columns, picture, layout.labels_inside, theme);
    add_regions(columns, picture, theme);
    add_ties(columns, picture, theme);
    add_sides(columns, picture);
    add_widths(columns, picture, theme);
    add_sizes(columns, picture, theme);
    add_emphasis(columns, picture, layout, theme);
    return legend_from(std::move(columns), theme, width);
}

}  // namespace entente::render
