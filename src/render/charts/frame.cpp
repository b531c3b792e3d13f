#include "render/charts/frame.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "base/number.hpp"
#include "render/picture/text_width.hpp"

namespace entente::render {

namespace {

constexpr double title_step = 24, subtitle_step = 18, below_words = 14;

std::vector<std::string> title_lines(const Words& words, double width) {
    return wrapped(words.title, width - 2 * chart_margin, 2, chart_title_text);
}

std::vector<std::string> subtitle_lines(const Words& words, double width) {
    return wrapped(words.subtitle, width - 4 * chart_margin, 4, chart_text);
}

void draw_line(XmlWriter& xml, Point from, Point to, std::string_view color, double width) {
    xml.open("line").attribute("x1", from.x).attribute("y1", from.y).attribute("x2", to.x);
    xml.attribute("y2", to.y).attribute("stroke", color).attribute("stroke-width", width).close();
}

}  // namespace

double words_end(const Words& words, double width) {
    double y = chart_margin;
    if (!words.title.empty()) y += title_step * static_cast<double>(title_lines(words, width).size());
    if (!words.subtitle.empty())
        y += subtitle_step * static_cast<double>(subtitle_lines(words, width).size());
    return y + below_words;
}

double open_chart(XmlWriter& xml, const Words& words, const Frame& page, const Theme& theme,
                  const ChartOptions& options) {
    const double width = page.right;
    open_svg(xml,
             {.width = width,
              .height = page.bottom,
              .shown_width = options.width,
              .name = options.name,
              .title = words.title.empty() ? "Chart" : words.title,
              .description = words.description},
             theme);
    double y = chart_margin;
    const auto put = [&](const std::vector<std::string>& lines, double step, const TextStyle& style) {
        if (lines.empty()) return;
        xml.markup(text_element(lines, {chart_margin, y + style.size}, step, style)).line_break();
        y += step * static_cast<double>(lines.size());
    };
    if (!words.title.empty())
        put(title_lines(words, width), title_step,
            {.size = chart_title_text, .color = theme.ink, .bold = true});
    if (!words.subtitle.empty())
        put(subtitle_lines(words, width), subtitle_step, {.size = chart_text, .color = theme.faint_ink});
    return y + below_words;
}

void draw_x_axis(XmlWriter& xml, const ChartAxis& axis, const AxisScale& scale, const Frame& frame,
                 const Theme& theme) {
    xml.open("g").attribute("class", "axis");
    for (const Tick& tick : scale.ticks()) {
        const double x = scale.at(tick.value);
        draw_line(xml, {x, frame.top}, {x, frame.bottom}, theme.neutral.pale, 1);
        xml.markup(text_element({tick.label}, {x, frame.bottom + chart_text + 5}, 0,
                                {.size = chart_text, .color = theme.faint_ink, .anchor = "middle"}));
    }
    xml.markup(text_element({axis.label},
                            {(frame.left + frame.right) / 2, frame.bottom + 2 * chart_text + 12}, 0,
                            {.size = chart_text, .color = theme.ink, .anchor = "middle"}));
    xml.close().line_break();
}

void draw_y_axis(XmlWriter& xml, const ChartAxis& axis, const AxisScale& scale, const Frame& frame,
                 const Theme& theme) {
    xml.open("g").attribute("class", "axis");
    for (const Tick& tick : scale.ticks()) {
        const double y = scale.at(tick.value);
        draw_line(xml, {frame.left, y}, {frame.right, y}, theme.neutral.pale, 1);
        xml.markup(text_element({tick.label}, {frame.left - 6, y + chart_text * 0.35}, 0,
                                {.size = chart_text, .color = theme.faint_ink, .anchor = "end"}));
    }
    xml.markup(
        text_element({axis.label}, {frame.left, frame.top - 8}, 0, {.size = chart_text, .color = theme.ink}));
    xml.close().line_break();
}

double widest_label(const std::vector<Tick>& ticks) {
    double widest = 0;
    for (const Tick& tick : ticks) widest = std::max(widest, text_width(tick.label, chart_text));
    return widest;
}

std::string for_reading(double value) {
    if (!std::isfinite(value)) return "";
    const double size = std::abs(value);
    if (size != 0 && (size < 1e-4 || size >= 1e6)) return fmt::format("{:.3g}", value);
    return format_number(std::round(value * 1e4) / 1e4);
}

}  // namespace entente::render
