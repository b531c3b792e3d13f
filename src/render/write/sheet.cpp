#include "render/write/sheet.hpp"

#include <algorithm>

#include "render/lines/arrowheads.hpp"
#include "render/lines/hull.hpp"
#include "render/picture/groups.hpp"
#include "render/picture/size_class.hpp"
#include "render/picture/text_width.hpp"

namespace entente::render {
namespace {

constexpr double margin = page_margin, widest_for_legend = 940, legend_beside = 235;
constexpr double hull_reach = 24;  // of hulls beyond the nodes
constexpr std::uint32_t most_hulls = 60;

std::vector<Hull> hulls_of(const Picture& picture, const Layout& layout,
                           const std::vector<NodeShape>& shapes) {
    std::vector<Hull> hulls;
    const bool blocs = shows_bloc_regions(picture);
    if (!picture.regions && !blocs) return hulls;
    const std::uint32_t count = std::min(blocs ? picture.camps : picture.group_count, most_hulls);
    for (std::uint32_t group = 1; group <= count; ++group) {
        std::vector<Box> members, others;
        for (std::size_t i = 0; i < picture.nodes.size(); ++i) {
            const Box label = in_detail(picture.nodes.size()) ? label_box(shapes[i], layout, i) : Box{};
            const Box box = shapes[i].glyph().at(layout.nodes[i]).with(label);
            const std::uint32_t own = blocs ? picture.nodes[i].faction : picture.nodes[i].group;
            (own == group ? members : others).push_back(box);
        }
        if (members.size() >= 2)
            hulls.push_back({group, hull_around(members, others, {layout.width, layout.height})});
    }
    return hulls;
}

bool line_meets(const std::vector<Point>& line, const Box& box) {
    for (std::size_t i = 0; i + 1 < line.size(); ++i) {
        if (segment_hits(line[i], line[i + 1], box)) return true;
    }
    return false;
}

// One a tie: on its line, over no shape, no other label, no other tie and no end of one.
std::vector<TieLabel> tie_labels(const Picture& picture, const Layout& layout,
                                 const std::vector<NodeShape>& shapes) {
    std::vector<TieLabel> labels(picture.ties.size());
    std::vector<Box> taken;
    for (std::size_t i = 0; i < shapes.size(); ++i) {
        taken.push_back(shapes[i].glyph().at(layout.nodes[i]));
        taken.push_back(label_box(shapes[i], layout, i));
    }
    const std::vector<TieEnd> ends = tie_ends(picture, layout.ties, layout.heads);
    std::vector<std::vector<Point>> lines;
    for (const std::vector<Point>& chain : layout.ties) lines.push_back(sampled(chain, 6));
    for (std::size_t t = 0; t < picture.ties.size(); ++t) {
        const std::vector<std::string> text = wrapped(picture.ties[t].relations, 150, 1, tie_label_size);
        if (text.empty() || lines[t].size() < 2) continue;
        const double half = text_width(text[0], tie_label_size) / 2 + 3,
                     height = line_height(text[0], tie_label_size) / 2 + 1;
        for (const double where : {0.5, 0.45, 0.55, 0.4, 0.6, 0.35, 0.65, 0.3, 0.7, 0.25, 0.75, 0.2, 0.8}) {
            const Point p =
                lines[t][static_cast<std::size_t>(where * static_cast<double>(lines[t].size() - 1))];
            const Box box{p.x - half, p.y - height, p.x + half, p.y + height};
            if (box.left < 0 || box.right > layout.width || box.top < 0 || box.bottom > layout.height)
                continue;
            if (std::any_of(taken.begin(), taken.end(),
                            [&](const Box& other) { return other.grown(2).meets(box); }))
                continue;
            if (std::any_of(ends.begin(), ends.end(), [&](const TieEnd& end) { return end.meets(box); }))
                continue;
            bool crossed = false;
            for (std::size_t o = 0; o < lines.size() && !crossed; ++o)
                crossed = o != t && line_meets(lines[o], box);
            if (crossed) continue;
            labels[t] = {text[0], box};
            taken.push_back(box);
            break;
        }
    }
    return labels;
}

// Of each label beside its shape, whether a tie runs under it, so that it needs a plate to be read. Among
// dots all do.
std::vector<bool> labels_over_ties(const Picture& picture, const Layout& layout,
                                   const std::vector<NodeShape>& shapes) {
    const WidthScale widths = width_scale(picture);
    std::vector<bool> over(shapes.size(), !in_detail(shapes.size()));
    if (!in_detail(shapes.size())) return over;
    for (std::size_t t = 0; t < picture.ties.size(); ++t) {
        const double reach = widths.width(picture.ties[t].strength) / 2 + 1;
        const std::vector<Point> curve = sampled(layout.ties[t], 6);
        for (std::size_t i = 0; i < shapes.size(); ++i) {
            if (over[i]) continue;
            const Box box = label_box(shapes[i], layout, i).grown(reach);
            for (std::size_t k = 0; k + 1 < curve.size() && !over[i]; ++k)
                over[i] = segment_hits(curve[k], curve[k + 1], box);
        }
    }
    return over;
}

std::vector<Box> boxes_of(const std::vector<TieLabel>& labels) {
    std::vector<Box> boxes;
    for (const TieLabel& label : labels) {
        if (!label.text.empty()) boxes.push_back(label.box);
    }
    return boxes;
}

// The network with its call-outs, the words above, the legend below or, on a page of a given shape, beside
// it.
void set_page(const Picture& picture, const Layout& layout, const Theme& theme, Sheet& sheet) {
    const double around = sheet.hulls.empty() ? 0 : hull_reach;
    Box network{0, 0, layout.width, layout.height};
    for (const Callout& callout : sheet.callouts) network = network.with(callout.box.grown(3));
    const bool beside = picture.page.ratio > 1;
    sheet.width = std::max(network.width() + 2 * (margin + around), picture.page.least_sheet);
    const double room = picture.page.least_sheet < widest_for_legend
                            ? std::min(picture.page.widest, widest_for_legend)
                            : picture.page.least_sheet;
    sheet.legend =
        legend_of(picture, layout, theme, beside ? legend_beside : std::max(sheet.width, room) - 2 * margin);
    if (beside)
        sheet.width =
            std::max(sheet.width, network.width() + 2 * (margin + around) + sheet.legend.width + margin);
    else sheet.width = std::max(sheet.width, sheet.legend.width + 2 * margin);

    double y = margin - 4;
    sheet.title = title_of(picture, y, sheet.width, theme);
    y += height_of(sheet.title);
    sheet.subtitle = subtitle_of(picture, y, sheet.width, theme);
    y += height_of(sheet.subtitle) + 16;
    const double free = sheet.width - network.width() - (beside ? sheet.legend.width + margin : 0);
    sheet.network_at = {free / 2 - network.left, y + around - network.top};
    const double below = y + network.height() + 2 * around + 26;
    sheet.legend_at = {beside ? sheet.width - margin - sheet.legend.width : margin, beside ? y + 4 : below};
    y = beside ? std::max(below, y + sheet.legend.height + 18)
               : below + (sheet.legend.height > 0 ? sheet.legend.height + 18 : 0);
    sheet.footer = footer_of(picture, y, sheet.width, theme);
    sheet.height = y + height_of(sheet.footer) + margin - 6;
}

}  // namespace

std::size_t tie_labels_left_out(const Picture& picture, const Sheet& sheet) {
    std::size_t count = 0;
    for (std::size_t t = 0; picture.tie_labels && t < picture.ties.size(); ++t)
        count += !picture.ties[t].relations.empty() && sheet.tie_labels[t].text.empty() ? 1 : 0;
    return count;
}

Sheet sheet_of(const Picture& picture, const Layout& layout, const Theme& theme) {
    Sheet sheet;
    sheet.shapes = node_shapes(picture);
    sheet.hulls = hulls_of(picture, layout, sheet.shapes);
    sheet.plates = labels_over_ties(picture, layout, sheet.shapes);
    sheet.tie_labels = picture.tie_labels ? tie_labels(picture, layout, sheet.shapes)
                                          : std::vector<TieLabel>(picture.ties.size());
    sheet.callouts = placed_callouts(picture, layout, sheet.shapes, boxes_of(sheet.tie_labels));
    set_page(picture, layout, theme, sheet);
    return sheet;
}

}  // namespace entente::render
