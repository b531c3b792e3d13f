#include "render/write/callouts.hpp"

#include <algorithm>
#include <numbers>

#include "render/picture/text_width.hpp"

namespace entente::render {
namespace {

constexpr double widest = 180, padding = 5, clearance = 4;
constexpr std::size_t most_lines = 6;
constexpr int directions = 24;

// What a place costs beside its distance.
constexpr double under_tie = 130, leader_over_tie = 25, leader_through_other = 400, outside_each = 0.8;

std::string joined(const std::vector<std::string>& lines) {
    std::string text;
    for (const std::string& line : lines) text += (text.empty() ? "" : " ") + line;
    return text;
}

// The narrowest lines of which there are no more than at full width.
std::vector<std::string> evenly_wrapped(const std::string& text) {
    std::vector<std::string> lines = wrapped(text, widest, most_lines, callout_size);
    const std::size_t count = lines.size();
    for (double width = widest - 6; width > 60 && count > 1; width -= 6) {
        std::vector<std::string> tried = wrapped(text, width, most_lines, callout_size);
        if (tried.size() != count || joined(tried) != joined(lines)) break;  // no word is broken for it
        lines = std::move(tried);
    }
    return lines;
}

class Placement {
public:
    Placement(const Layout& layout, const std::vector<NodeShape>& shapes, const std::vector<Box>& taken)
        : taken_(taken) {
        for (std::size_t i = 0; i < shapes.size(); ++i) {
            glyphs_.push_back(shapes[i].glyph().at(layout.nodes[i]));
            labels_.push_back(label_box(shapes[i], layout, i));
            all_ = all_.with(glyphs_.back()).with(labels_.back());
        }
        for (const std::vector<Point>& chain : layout.ties) lines_.push_back(sampled(chain, 8));
    }

    Callout place(const PictureNote& note) {
        Callout callout = with_text(note.text);
        const Point anchor = anchor_of(note);
        callout.at_tie = note.tie.has_value();
        const double half_width = callout.box.width() / 2, half_height = callout.box.height() / 2;
        const double reach = length({all_.width(), all_.height()}) + widest;
        double least = 1e300;
        for (double distance = 14; distance < reach && distance < least; distance += 9) {
            for (int k = 0; k < directions; ++k) {
                const double angle = 2 * std::numbers::pi * k / directions;
                const Point along{std::cos(angle), std::sin(angle)};
                // So far that the box, not its middle, keeps the distance.
                const double far =
                    distance + half_width * std::abs(along.x) + half_height * std::abs(along.y);
                const Point middle = anchor + along * far;
                const Box box{middle.x - half_width, middle.y - half_height, middle.x + half_width,
                              middle.y + half_height};
                if (!is_free(box)) continue;
                const double cost = distance + cost_of(box, note, anchor, least);
                if (cost >= least) continue;
                least = cost;
                callout.box = box;
            }
        }
        finish(callout, note, anchor);
        taken_.push_back(callout.box);
        return callout;
    }

private:
    static Callout with_text(const std::string& text) {
        Callout callout;
        callout.lines = evenly_wrapped(text);
        callout.line_height = line_height(text, callout_size);
        double width = 0;
        for (const std::string& line : callout.lines) width = std::max(width, text_width(line, callout_size));
        callout.box = {0, 0, width + 2 * padding,
                       static_cast<double>(callout.lines.size()) * callout.line_height + padding};
        return callout;
    }

    Point anchor_of(const PictureNote& note) const {
        if (!note.tie) return glyphs_[note.node].middle();
        const std::vector<Point>& line = lines_[*note.tie];
        return line.empty() ? glyphs_[note.node].middle() : line[line.size() / 2];
    }

    bool is_free(const Box& box) const {
        const Box wide = box.grown(clearance);
        const auto meets = [&](const Box& other) { return wide.meets(other); };
        return std::none_of(glyphs_.begin(), glyphs_.end(), meets) &&
               std::none_of(labels_.begin(), labels_.end(), meets) &&
               std::none_of(taken_.begin(), taken_.end(), meets);
    }

    // The leader goes from the nearest point of the box to the border of the shape, or to the tie.
    std::pair<Point, Point> leader(const Box& box, const PictureNote& note, Point anchor) const {
        const Point from{std::clamp(anchor.x, box.left, box.right),
                         std::clamp(anchor.y, box.top, box.bottom)};
        if (note.tie) return {from, anchor};
        const Box glyph = glyphs_[note.node].grown(2);
        const Point d = from - anchor;
        const double x = std::abs(d.x) > 1e-9 ? glyph.width() / 2 / std::abs(d.x) : 1e9,
                     y = std::abs(d.y) > 1e-9 ? glyph.height() / 2 / std::abs(d.y) : 1e9;
        return {from, anchor + d * std::min({x, y, 1.0})};
    }

    // Gives up once it is above `limit`.
    double cost_of(const Box& box, const PictureNote& note, Point anchor, double limit) const {
        const double out = std::max({0.0, all_.left - box.left, box.right - all_.right, all_.top - box.top,
                                     box.bottom - all_.bottom});
        double cost = outside_each * out;
        const auto [from, to] = leader(box, note, anchor);
        for (std::size_t i = 0; i < glyphs_.size() && cost < limit; ++i) {
            const bool own = !note.tie && i == note.node;
            if ((!own && segment_hits(from, to, glyphs_[i])) || segment_hits(from, to, labels_[i]))
                cost += leader_through_other;
        }
        for (const Box& other : taken_) cost += segment_hits(from, to, other) ? leader_through_other : 0;
        const Box wide = box.grown(1);
        for (std::size_t t = 0; t < lines_.size() && cost < limit; ++t) {
            bool under = false, crossed = note.tie == t;  // a leader ends on its own tie
            for (std::size_t k = 0; k + 1 < lines_[t].size() && !(under && crossed); ++k) {
                under = under || segment_hits(lines_[t][k], lines_[t][k + 1], wide);
                crossed = crossed || segments_cross(lines_[t][k], lines_[t][k + 1], from, to);
            }
            cost += (under ? under_tie : 0) + (crossed && note.tie != t ? leader_over_tie : 0);
        }
        return cost;
    }

    void finish(Callout& callout, const PictureNote& note, Point anchor) const {
        const auto [from, to] = leader(callout.box, note, anchor);
        callout.from = from;
        callout.to = to;
    }

    std::vector<Box> taken_, glyphs_, labels_;
    std::vector<std::vector<Point>> lines_;
    Box all_;
};

}  // namespace

std::vector<Callout> placed_callouts(const Picture& picture, const Layout& layout,
                                     const std::vector<NodeShape>& shapes, const std::vector<Box>& taken) {
    std::vector<Callout> callouts;
    if (picture.notes.empty()) return callouts;
    Placement placement(layout, shapes, taken);
    for (const PictureNote& note : picture.notes) callouts.push_back(placement.place(note));
    return callouts;
}

}  // namespace entente::render
