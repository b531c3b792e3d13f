#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "base/named.hpp"
#include "base/prose.hpp"
#include "render/charts/frame.hpp"
#include "render/picture/text_width.hpp"

namespace entente::render {

namespace {

constexpr std::size_t most_rows = 40;
constexpr double row_height = 24, widest_row_label = 260, widest_share_of_label = 0.4, room_for_axis = 48;
constexpr double legend_square = 18, legend_gap = 20;

// "" for what is undefined.
std::string in_words(const ChartRow& row) {
    std::string text = row.label;
    if (std::isfinite(row.value)) text += ": " + for_reading(row.value);
    if (std::isfinite(row.low) && std::isfinite(row.high))
        text += fmt::format(" ({} to {})", for_reading(row.low), for_reading(row.high));
    return row.note.empty() ? text : text + ", " + row.note;
}

std::string described(const RowChart& chart, std::size_t shown) {
    std::vector<std::string> rows;
    for (std::size_t i = 0; i < std::min<std::size_t>(shown, 6); ++i) rows.push_back(in_words(chart.rows[i]));
    return fmt::format("{} by {}. {}.", counted(chart.rows.size(), "row"), chart.axis.label,
                       fmt::join(rows, "; "));
}

std::vector<double> values_of(const RowChart& chart, std::size_t shown) {
    std::vector<double> values;
    for (std::size_t i = 0; i < shown; ++i)
        values.insert(values.end(), {chart.rows[i].value, chart.rows[i].low, chart.rows[i].high});
    return values;
}

// What stands below the axis; "" where every row is drawn.
std::string not_shown(const RowChart& chart, std::size_t shown) {
    std::string text;
    if (shown < chart.rows.size())
        text = fmt::format("Not shown: {} further {}.", chart.rows.size() - shown, chart.row_name);
    if (chart.zeros > 0)
        text += fmt::format("{}{} further {} at 0.", text.empty() ? "" : " ", chart.zeros, chart.row_name);
    return text;
}

struct Plan {
    double width = 0, height = 0;
    std::size_t shown = 0;
    double label_width = 0, note_width = 0;
    std::vector<Point> legend;  // of each part's name, from the upper left corner of the legend
    double legend_height = 0;
    Frame frame;
};

// The names of the parts in lines.
void plan_legend(const RowChart& chart, Plan& plan) {
    if (chart.part_names.size() < 2) return;
    Point at{chart_margin, 0};
    for (const std::string& name : chart.part_names) {
        const double width = legend_square + text_width(name, chart_text);
        if (at.x > chart_margin && at.x + width > plan.width - chart_margin)
            at = {chart_margin, at.y + row_height};
        plan.legend.push_back(at);
        at.x += width + legend_gap;
    }
    plan.legend_height = at.y + row_height;
}

Plan planned(const RowChart& chart, const Words& words, double width) {
    Plan plan;
    plan.width = width;
    plan.shown = std::min(chart.rows.size(), most_rows);
    for (std::size_t i = 0; i < plan.shown; ++i) {
        plan.label_width = std::max(plan.label_width, text_width(chart.rows[i].label, chart_text));
        plan.note_width = std::max(plan.note_width, text_width(chart.rows[i].note, chart_text));
    }
    plan.label_width = std::min({plan.label_width, widest_row_label, widest_share_of_label * width});
    plan_legend(chart, plan);
    plan.frame = {.left = chart_margin + plan.label_width + 14,
                  .top = words_end(words, width) + plan.legend_height,
                  .right = width - chart_margin - 10 - (plan.note_width > 0 ? plan.note_width + 10 : 0),
                  .bottom = 0};
    plan.frame.bottom =
        plan.frame.top + row_height * static_cast<double>(std::max<std::size_t>(1, plan.shown));
    plan.height =
        plan.frame.bottom + room_for_axis + (not_shown(chart, plan.shown).empty() ? 0 : row_height) + 6;
    return plan;
}

void draw_legend(XmlWriter& xml, const RowChart& chart, const Plan& plan, const Theme& theme) {
    if (plan.legend.empty()) return;
    xml.open("g").attribute("class", "legend");
    for (std::size_t i = 0; i < chart.part_names.size(); ++i) {
        const double x = plan.legend[i].x, y = plan.frame.top - plan.legend_height + plan.legend[i].y;
        xml.open("rect")
            .attribute("x", x)
            .attribute("y", y - 1)
            .attribute("width", 12)
            .attribute("height", 12);
        xml.attribute("fill", theme.tones[i % theme.tones.size()].strong).close();
        xml.markup(text_element({chart.part_names[i]}, {x + legend_square, y + 10}, 0,
                                {.size = chart_text, .color = theme.ink}));
    }
    xml.close().line_break();
}

void draw_dot(XmlWriter& xml, const ChartRow& row, double y, const AxisScale& scale, const Theme& theme) {
    if (std::isfinite(row.low) && std::isfinite(row.high)) {
        xml.open("path").attribute("fill", "none").attribute("stroke", theme.tones[0].strong);
        xml.attribute("stroke-width", 2).attribute("stroke-linecap", "round");
        xml.attribute("d", fmt::format("M{} {}V{}M{} {}V{}M{} {}H{}", coordinate(scale.at(row.low)),
                                       coordinate(y - 4), coordinate(y + 4), coordinate(scale.at(row.high)),
                                       coordinate(y - 4), coordinate(y + 4), coordinate(scale.at(row.low)),
                                       coordinate(y), coordinate(scale.at(row.high))));
        xml.close();
    }
    if (!std::isfinite(row.value)) return;
    xml.open("circle").attribute("cx", scale.at(row.value)).attribute("cy", y).attribute("r", 5);
    xml.attribute("fill", theme.tones[0].strong).attribute("stroke", theme.paper).close();
}

void draw_bar(XmlWriter& xml, const ChartRow& row, double y, const AxisScale& scale, const Theme& theme) {
    double from = 0;
    const std::vector<double> parts = row.parts.empty() ? std::vector<double>{row.value} : row.parts;
    for (std::size_t i = 0; i < parts.size(); ++i) {
        if (!std::isfinite(parts[i]) || parts[i] == 0) continue;
        const double a = scale.at(from), b = scale.at(from + parts[i]);
        xml.open("rect").attribute("x", std::min(a, b)).attribute("y", y - 8);
        xml.attribute("width", std::abs(b - a)).attribute("height", 16);
        xml.attribute("fill", theme.tones[i % theme.tones.size()].strong).close();
        from += parts[i];
    }
}

void draw_row(XmlWriter& xml, const RowChart& chart, const ChartRow& row, double y, const Plan& plan,
              const AxisScale& scale, const Theme& theme) {
    xml.open("g").attribute("class", "mark");
    if (!row.id.empty()) xml.attribute("data-id", row.id);
    if (row.group > 0) xml.attribute("data-community", std::to_string(row.group));
    xml.open("title").text(in_words(row)).close();
    // The whole row answers to the pointer, also between its words and its mark.
    xml.open("rect").attribute("x", chart_margin).attribute("y", y - row_height / 2);
    xml.attribute("width", plan.width - 2 * chart_margin).attribute("height", row_height);
    xml.attribute("fill", "none").attribute("pointer-events", "all").close();
    xml.markup(text_element(wrapped(row.label, plan.label_width + 1, 1, chart_text),
                            {plan.frame.left - 12, y + chart_text * 0.35}, 0,
                            {.size = chart_text, .color = theme.ink, .anchor = "end"}));
    if (chart.mark == RowChart::Mark::dot) draw_dot(xml, row, y, scale, theme);
    else draw_bar(xml, row, y, scale, theme);
    if (!row.note.empty())
        xml.markup(text_element({row.note}, {plan.frame.right + 16, y + chart_text * 0.35}, 0,
                                {.size = chart_text, .color = theme.faint_ink}));
    xml.close().line_break();
}

}  // namespace

std::string to_svg(const RowChart& chart, const ChartOptions& options) {
    const Theme& theme = find_named("theme", options.theme, themes());
    Words words{chart.title, chart.subtitle, ""};
    const Plan plan = planned(chart, words, options.width);
    words.description = described(chart, plan.shown);
    XmlWriter xml;
    open_chart(xml, words, {.right = plan.width, .bottom = plan.height}, theme, options);
    ChartAxis axis = chart.axis;
    axis.from_zero = axis.from_zero || chart.mark == RowChart::Mark::bar;
    const AxisScale scale(axis, values_of(chart, plan.shown), plan.frame.left, plan.frame.right);
    draw_legend(xml, chart, plan, theme);
    draw_x_axis(xml, axis, scale, plan.frame, theme);
    for (std::size_t i = 0; i < plan.shown; ++i)
        draw_row(xml, chart, chart.rows[i], plan.frame.top + row_height * (static_cast<double>(i) + 0.5),
                 plan, scale, theme);
    if (const std::string more = not_shown(chart, plan.shown); !more.empty())
        xml.markup(text_element({more}, {chart_margin, plan.height - 10}, 0,
                                {.size = chart_text, .color = theme.faint_ink}));
    xml.line_break().close().line_break();
    return xml.take();
}

}  // namespace entente::render
