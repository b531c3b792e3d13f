#include "render/write/gathered.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <map>
#include <tuple>
#include <vector>

#include "render/picture/style.hpp"
#include "render/write/markup.hpp"

namespace entente::render {

namespace {

constexpr double tenths = 10;
// Translucent lines of one path do not add up where they cross; those of several do.
constexpr std::size_t most_lines_of_path = 400;

struct Line {
    Point from, to;
};

// What lines of one path have in common: sign, width in halves, certainty in quarters, against the factions.
using Look = std::tuple<int, int, int, bool>;

long in_tenths(double value) { return std::lround(tenths * value); }

std::string data_of(const Line* first, const Line* last) {
    std::string data;
    for (const Line* line = first; line != last; ++line) {
        const long x = in_tenths(line->from.x), y = in_tenths(line->from.y);
        data += fmt::format("M{} {}l{} {}", x, y, in_tenths(line->to.x) - x, in_tenths(line->to.y) - y);
    }
    return data;
}

void write_lines(XmlWriter& xml, const std::vector<Line>& lines, Sign sign, const Stroke& stroke) {
    for (std::size_t at = 0; at < lines.size(); at += most_lines_of_path) {
        const std::size_t end = std::min(at + most_lines_of_path, lines.size());
        xml.open("path").attribute("class", "gathered");
        if (sign != Sign::none) xml.attribute("data-sign", sign == Sign::positive ? "+" : "-");
        xml.attribute("d", data_of(&lines[at], lines.data() + end));
        add_stroke(xml, stroke).close().line_break();
    }
}

}  // namespace

std::string gathered_ties(const Picture& picture, const Layout& layout, const Theme& theme) {
    const WidthScale widths = width_scale(picture);
    std::map<Look, std::vector<Line>> looks;
    for (std::size_t t = 0; t < picture.ties.size(); ++t) {
        const PictureTie& tie = picture.ties[t];
        const std::vector<Point>& chain = layout.ties[t];
        if (chain.empty() || tie.source == tie.target) continue;
        const Look look{
            static_cast<int>(tie.sign), static_cast<int>(std::lround(2 * widths.width(tie.strength))),
            static_cast<int>(std::lround(4 * opacity_of_confidence(tie.confidence))), tie.frustrated};
        looks[look].push_back({chain.front(), chain.back()});
    }
    XmlWriter xml;
    xml.open("g").attribute("class", "ties").attribute("transform", "scale(0.1)").line_break();
    for (const auto& [look, lines] : looks) {
        const auto& [sign_number, halves, quarters, frustrated] = look;
        const Sign sign = static_cast<Sign>(sign_number);
        Stroke stroke = stroke_of(picture, sign, 1, theme);
        stroke.width = std::max(halves, 1) / 2.0 * tenths;
        stroke.opacity = std::min(1.0, stroke.opacity * quarters / 4.0 * (frustrated ? 2 : 1));
        stroke.dash = "";  // dashes of a thousand lines are noise
        write_lines(xml, lines, sign, stroke);
    }
    return xml.close().line_break().take();
}

std::string slim_shape(const NodeShape& shape, Point at, const Tone& tone) {
    const auto shown = [](double value) {
        return fmt::format("{:.6g}", std::round(tenths * value) / tenths);
    };
    if (shape.form == Form::round)
        return fmt::format("<circle cx=\"{}\" cy=\"{}\" r=\"{}\" fill=\"{}\"/>", shown(at.x), shown(at.y),
                           shown(shape.half_width), tone.strong);
    std::string data;
    Point last;
    for (const Point corner : shape.outline()) {
        const Point here{std::round(tenths * (corner.x + at.x)), std::round(tenths * (corner.y + at.y))};
        data += data.empty() ? fmt::format("M{} {}", shown(here.x / tenths), shown(here.y / tenths))
                             : fmt::format("l{} {}", shown((here.x - last.x) / tenths),
                                           shown((here.y - last.y) / tenths));
        last = here;
    }
    return fmt::format("<path d=\"{}z\" fill=\"{}\"/>", data, tone.strong);
}

}  // namespace entente::render
