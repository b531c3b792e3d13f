#include <algorithm>
#include <numeric>

#include "base/named.hpp"
#include "render/lines/hull.hpp"
#include "render/lines/line_gaps.hpp"
#include "render/picture/legend.hpp"
#include "render/picture/style.hpp"
#include "render/picture/text_width.hpp"
#include "render/write/draw.hpp"
#include "render/write/markup.hpp"
#include "render/write/shape_markup.hpp"
#include "render/write/tie_labels.hpp"

namespace entente {
namespace {

constexpr double margin = 24, least_width = 720, widest_for_legend = 940;
constexpr double region_reach = 24;  // of tinted regions beyond the nodes
constexpr double title_size = 22, subtitle_size = 14.5, small_size = 12.6;

// What stands where, and the parts that are drawn in turn.
class Sheet {
public:
    Sheet(const Picture& picture, const Layout& layout, const SvgOptions& options)
        : picture_(picture),
          layout_(layout),
          options_(options),
          theme_(find_named("theme", options.theme, themes())),
          faces_(faces_of(picture)),
          widths_(width_scale(picture)),
          over_ties_(labels_over_ties()) {}

    std::string svg() {
        const std::string tinted = hulls();
        const double around = tinted.empty() ? 0 : region_reach;
        width_ = std::max(layout_.width + 2 * (margin + around), least_width);
        const Legend legend =
            legend_of(picture_, layout_, theme_, std::max(width_, widest_for_legend) - 2 * margin);
        width_ = std::max(width_, legend.width + 2 * margin);
        const std::string header = heading();
        network_at_ = {(width_ - layout_.width) / 2, y_ + around};
        y_ += layout_.height + 2 * around + 26;
        const double legend_at = y_;
        y_ += legend.height > 0 ? legend.height + 18 : 0;
        const std::string footer = foot();
        height_ = y_ + margin - 6;

        std::string out = opening();
        out += "<rect class=\"paper\"" + attribute("width", width_) + attribute("height", height_) +
               attribute("fill", theme_.paper) + "/>\n" + header;
        out += "<g class=\"network\" transform=\"translate(" + coordinate(network_at_.x) + " " +
               coordinate(network_at_.y) + ")\">\n";
        out += tinted;
        out += ties();
        out += nodes();
        out += "</g>\n";
        if (!legend.markup.empty())
            out += "<g class=\"legend\" transform=\"translate(" + coordinate(margin) + " " +
                   coordinate(legend_at) + ")\">\n" + legend.markup + "</g>\n";
        return out + footer + "</svg>\n";
    }

private:
    std::string opening() const {
        const double scale = options_.width / width_;
        std::string out =
            "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<svg xmlns=\"http://www.w3.org/2000/svg\" "
            "version=\"1.1\"";
        out += options_.embedded ? " role=\"group\"" : " role=\"img\"";
        out += attribute("aria-labelledby", options_.id_prefix + "-title " + options_.id_prefix + "-desc");
        out += attribute("width", width_ * scale) + attribute("height", height_ * scale) + " viewBox=\"0 0 " +
               coordinate(width_) + " " + coordinate(height_) + "\"";
        out += attribute("font-family", font_family()) + ">\n";
        out += "<title" + attribute("id", options_.id_prefix + "-title") + ">" +
               escaped(picture_.title.empty() ? "Network" : picture_.title) + "</title>\n";
        return out + "<desc" + attribute("id", options_.id_prefix + "-desc") + ">" +
               escaped(describe(picture_, 6)) + "</desc>\n";
    }

    std::string font_family() const {
        std::string own;
        for (const char c : options_.font) {
            if (c != '\'' && c != '"' && c != ';' && c != '\\') own += c;
        }
        return (own.empty() ? "" : "'" + own + "', ") +
               "Arial, Helvetica, 'Liberation Sans', 'DejaVu Sans', 'Noto Sans', sans-serif";
    }

    std::string paragraph(const std::string& words, double size, std::string_view color, bool bold,
                          std::size_t most_lines) {
        const double bold_factor = bold ? 1.08 : 1;
        const std::vector<std::string> lines =
            wrapped(words, (width_ - 2 * margin) / bold_factor, most_lines, size);
        if (lines.empty()) return "";
        const double step = line_height(words, size);
        const bool from_right = right_to_left(words);
        const std::string markup = text_element(lines, {from_right ? width_ - margin : margin, y_ + size},
                                                step, {size, color, from_right ? "end" : "start", bold}) +
                                   "\n";
        y_ += static_cast<double>(lines.size()) * step + 3;
        return markup;
    }

    std::string heading() {
        y_ = margin - 4;
        std::string out = paragraph(picture_.title, title_size, theme_.ink, true, 3);
        out += paragraph(picture_.subtitle, subtitle_size, theme_.faint_ink, false, 3);
        y_ += 16;
        return out;
    }

    std::string foot() {
        std::string words;
        if (!picture_.source_line.empty()) words = "Source: " + picture_.source_line;
        if (!picture_.date.empty()) words += (words.empty() ? "" : " \u00b7 ") + ("Data: " + picture_.date);
        return paragraph(words, small_size, theme_.faint_ink, false, 4);
    }

    std::string hulls() const {
        std::string out;
        for (std::uint32_t group = 1; group <= std::min<std::uint32_t>(picture_.group_count, 60); ++group) {
            std::vector<Box> members, strangers;
            for (std::size_t i = 0; i < picture_.nodes.size(); ++i) {
                const Box box =
                    faces_[i]
                        .glyph()
                        .with(picture_.nodes.size() <= 300 ? faces_[i].label(layout_.sides[i]) : Box{})
                        .at(layout_.nodes[i]);
                (picture_.nodes[i].group == group ? members : strangers).push_back(box);
            }
            if (members.size() < 2) continue;
            std::string data;
            for (const std::vector<Point>& outline :
                 region_around(members, strangers, {layout_.width, layout_.height})) {
                data += "M";
                for (std::size_t i = 0; i < outline.size(); ++i)
                    data += (i == 0 ? "" : "L") + coordinate(outline[i].x) + " " + coordinate(outline[i].y);
                data += "Z";
            }
            const Tone tone = tone_of_group(picture_, group, theme_);
            out += "<g class=\"hull\"" + attribute("data-community", std::to_string(group)) + "><path" +
                   attribute("d", data) + attribute("fill", tone.strong) + " fill-opacity=\"0.1\"" +
                   attribute("stroke", tone.strong) +
                   " stroke-opacity=\"0.45\" fill-rule=\"evenodd\"/><title>community " +
                   std::to_string(group) + "</title></g>\n";
        }
        return out;
    }

    double fading(Emphasis emphasis) const { return emphasis == Emphasis::faded ? 0.3 : 1; }

    std::string tie_attributes(const PictureTie& tie) const {
        std::string out = attribute("data-source", picture_.nodes[tie.source].id) +
                          attribute("data-target", picture_.nodes[tie.target].id);
        if (tie.sign != Sign::none) out += attribute("data-sign", tie.sign == Sign::positive ? "+" : "-");
        if (picture_.ties.size() > 12000) return out;
        if (!tie.relations.empty()) out += attribute("data-relation", tie.relations);
        if (!tie.citations.empty()) out += attribute("data-citation", tie.citations);
        std::string rows;
        for (const TieId row : tie.rows) rows += (rows.empty() ? "" : " ") + std::to_string(index(row) + 1);
        out += attribute("data-rows", rows);
        if (tie.frustrated) out += " data-frustrated=\"true\"";
        return out;
    }

    std::string ties() const {
        const std::vector<TieLabel> labels = picture_.tie_labels
                                                 ? tie_labels(picture_, layout_, faces_)
                                                 : std::vector<TieLabel>(picture_.ties.size());
        const Stroke strokes[3]{stroke_of(picture_, Sign::negative, 1, theme_),
                                stroke_of(picture_, Sign::none, 1, theme_),
                                stroke_of(picture_, Sign::positive, 1, theme_)};
        const bool arrows = draws_arrowheads(picture_);
        const double small = picture_.nodes.size() <= 300 ? 1 : 0.55;
        std::string out = "<g class=\"ties\">\n";
        for (std::size_t t = 0; t < picture_.ties.size(); ++t) {
            const PictureTie& tie = picture_.ties[t];
            Stroke stroke = strokes[static_cast<std::size_t>(static_cast<int>(tie.sign) + 1)];
            stroke.width = widths_.width(tie.strength);
            std::vector<Point> chain = layout_.ties[t];
            const std::vector<Point> whole = chain;
            std::string heads;
            if (arrows) {
                const double size = small * arrowhead_size(stroke.width);
                if (tie.to_target) heads += arrowhead_markup(take_arrowhead(chain, tie.sign, size), stroke);
                if (tie.to_source) {
                    std::reverse(chain.begin(), chain.end());
                    heads += arrowhead_markup(take_arrowhead(chain, tie.sign, size), stroke);
                    std::reverse(chain.begin(), chain.end());
                }
            }
            if (tie.frustrated || tie.emphasis == Emphasis::raised) out += halo(whole, stroke.width + 7);
            out += "<g class=\"edge\"" + tie_attributes(tie) +
                   (fading(tie.emphasis) < 1 ? " opacity=\"0.25\"" : "") + "><path" +
                   attribute("d", line_of(chain, tie, stroke.width)) + stroke_markup(stroke) + "/>" + heads;
            if (!labels[t].text.empty()) out += label_markup(labels[t]);
            if (!tie.tooltip.empty()) out += "<title>" + tooltip(tie.tooltip) + "</title>";
            out += "</g>\n";
        }
        return out + "</g>\n";
    }

    // The line of a tie, broken at labels and shapes of actors that are not its own: they can be read, and it
    // is seen to pass.
    std::string line_of(const std::vector<Point>& chain, const PictureTie& tie, double width) const {
        if (faces_.size() > 300) return path_data(chain);
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
        std::vector<Box> strangers;
        for (std::size_t i = 0; i < faces_.size(); ++i) {
            if (i == tie.source || i == tie.target) continue;
            const Box label = faces_[i].label(layout_.sides[i]).at(layout_.nodes[i]),
                      glyph = faces_[i].glyph().at(layout_.nodes[i]);
            if (passes_under(label.grown(1.5))) strangers.push_back(label.grown(width / 2 + 2));
            if (passes_under(glyph)) strangers.push_back(glyph.grown(width / 2 + 2));
        }
        std::string data;
        for (const std::vector<Point>& piece : interrupted(chain, strangers)) data += path_data(piece);
        return data;
    }

    std::string halo(const std::vector<Point>& chain, double width) const {
        return "<path class=\"halo\"" + attribute("d", path_data(chain)) +
               stroke_markup({theme_.emphasis, "", width, 0.2}) + " stroke-linecap=\"round\"/>\n";
    }

    std::string label_markup(const TieLabel& label) const {
        const Box box = label.box;
        return "<rect" + attribute("x", box.left) + attribute("y", box.top) +
               attribute("width", box.width()) + attribute("height", box.height()) + attribute("rx", 2) +
               attribute("fill", theme_.paper) + " fill-opacity=\"0.86\"/>" +
               text_element({label.text}, {box.middle().x, box.middle().y + tie_label_size * 0.35},
                            tie_label_size, {tie_label_size, theme_.faint_ink, "middle"});
    }

    // Line breaks of a tooltip survive; everything else is text.
    static std::string tooltip(std::string_view words) {
        std::string out;
        for (const std::string_view line : split(words, '\n'))
            out += (out.empty() ? "" : "\n") + escaped(line);
        return out;
    }

    // Of each label beside its shape, whether a tie runs under it, so that it needs a plate to be read. Among
    // dots all do.
    std::vector<bool> labels_over_ties() const {
        std::vector<bool> over(faces_.size(), faces_.size() > 300);
        if (faces_.size() > 300) return over;
        for (std::size_t t = 0; t < picture_.ties.size(); ++t) {
            const double reach = widths_.width(picture_.ties[t].strength) / 2 + 1;
            const std::vector<Point> curve = sampled(layout_.ties[t], 6);
            for (std::size_t i = 0; i < faces_.size(); ++i) {
                if (over[i]) continue;
                const Box box = faces_[i].label(layout_.sides[i]).at(layout_.nodes[i]).grown(reach);
                for (std::size_t k = 0; k + 1 < curve.size() && !over[i]; ++k)
                    over[i] = segment_hits(curve[k], curve[k + 1], box);
            }
        }
        return over;
    }

    std::string node_label(const NodeShape& face, std::size_t i) const {
        if (face.lines.empty() || (!face.inside && layout_.sides[i] == LabelSide::hidden)) return "";
        const double lines = static_cast<double>(face.lines.size());
        const Point middle = layout_.nodes[i];
        // Baselines so that capital letters are centered in their lines.
        if (face.inside) {
            const double shift =
                picture_.nodes.size() > 0 && face.shape == Shape::triangle ? -face.half_height * 0.2 : 0;
            return text_element(
                face.lines,
                {middle.x + shift, middle.y - (lines - 1) * face.line_height / 2 + face.font_size * 0.35},
                face.line_height, {face.font_size, theme_.ink, "middle"});
        }
        const Box own = face.label(layout_.sides[i]), box = own.at(middle);
        const double first = box.top + face.line_height / 2 + face.font_size * 0.35;
        std::string plate;
        if (over_ties_[i])
            plate = "<rect" + attribute("x", box.left - 1) + attribute("y", box.top) +
                    attribute("width", own.width() + 2) + attribute("height", own.height()) +
                    attribute("rx", 2) + attribute("fill", theme_.paper) + " fill-opacity=\"0.78\"/>";
        const TextStyle centered{face.font_size, theme_.ink, "middle"},
            right{face.font_size, theme_.ink, "start"}, left{face.font_size, theme_.ink, "end"};
        if (layout_.sides[i] == LabelSide::right)
            return plate + text_element(face.lines, {box.left + 1, first}, face.line_height, right);
        if (layout_.sides[i] == LabelSide::left)
            return plate + text_element(face.lines, {box.right - 1, first}, face.line_height, left);
        return plate + text_element(face.lines, {middle.x, first}, face.line_height, centered);
    }

    // Where not all have labels, those that have stand on top.
    std::vector<std::size_t> order_of_nodes() const {
        std::vector<std::size_t> order(picture_.nodes.size());
        std::iota(order.begin(), order.end(), std::size_t{0});
        std::stable_partition(order.begin(), order.end(),
                              [&](std::size_t i) { return !picture_.nodes[i].labeled; });
        return order;
    }

    std::string nodes() const {
        std::string out = "<g class=\"nodes\">\n";
        for (const std::size_t i : order_of_nodes()) {
            const PictureNode& node = picture_.nodes[i];
            out += "<g class=\"node\"" + attribute("data-id", node.id);
            if (!node.kind.empty()) out += attribute("data-kind", node.kind);
            if (node.group > 0) out += attribute("data-community", std::to_string(node.group));
            if (options_.embedded)
                out += " tabindex=\"0\" role=\"img\"" + attribute("aria-label", node.tooltip);
            if (node.emphasis == Emphasis::faded) out += attribute("opacity", faded_actor);
            out += ">" +
                   shape_markup(faces_[i], layout_.nodes[i], tone_of(picture_, node, theme_), theme_,
                                node.emphasis == Emphasis::raised) +
                   node_label(faces_[i], i);
            out += "<title>" + tooltip(node.tooltip) + "</title></g>\n";
        }
        return out + "</g>\n";
    }

    const Picture& picture_;
    const Layout& layout_;
    const SvgOptions& options_;
    const Theme& theme_;
    std::vector<NodeShape> faces_;
    WidthScale widths_;
    std::vector<bool> over_ties_;
    double width_ = 0, height_ = 0, y_ = 0;
    Point network_at_;
};

}  // namespace

std::string to_svg(const Picture& picture, const Layout& layout, const SvgOptions& options) {
    return Sheet(picture, layout, options).svg();
}

}  // namespace entente
