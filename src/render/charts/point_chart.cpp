#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "base/named.hpp"
#include "base/prose.hpp"
#include "render/charts/frame.hpp"
#include "render/picture/text_width.hpp"

namespace entente::render {

namespace {

constexpr double tallest_plot = 460, room_for_axis = 48, radius = 4.5, widest_name = 300;
// Right of the plot, for labels of points at its border.
constexpr double room_at_right = 60;

bool can_stand(const ChartPoint& point, const PointChart& chart) {
    return std::isfinite(point.x) && std::isfinite(point.y) &&
           (chart.x.scale == Scale::linear || point.x > 0) && (chart.y.scale == Scale::linear || point.y > 0);
}

std::string in_words(const ChartPoint& point) {
    const std::string place = for_reading(point.x) + ", " + for_reading(point.y);
    return point.label.empty() ? place : point.label + ": " + place;
}

std::string described(const PointChart& chart, std::size_t left_out) {
    std::vector<std::string> named;
    for (const ChartPoint& point : chart.points) {
        if (!point.label.empty() && named.size() < 6) named.push_back(in_words(point));
    }
    std::string text = fmt::format("{}: {} against {}.", counted(chart.points.size(), "point"), chart.y.label,
                                   chart.x.label);
    if (left_out > 0)
        text += fmt::format(" {} undefined or not above 0 and not drawn.", counted(left_out, "is", "are"));
    return named.empty() ? text : text + fmt::format(" {}.", fmt::join(named, "; "));
}

// Labels that are set, so that no two lie on each other and none on a point.
class LabelPlaces {
public:
    void occupy(const Box& box) { taken_.push_back(box); }

    // Right, left, above or below the point; nothing where none is free or within the frame.
    std::optional<Point> place(Point at, double width, const Frame& frame) {
        const double height = chart_text * 1.1;
        const Point candidates[] = {{at.x + radius + 4, at.y + chart_text * 0.35},
                                    {at.x - radius - 4 - width, at.y + chart_text * 0.35},
                                    {at.x - width / 2, at.y - radius - 5},
                                    {at.x - width / 2, at.y + radius + chart_text + 2}};
        for (const Point start : candidates) {
            const Box box{start.x, start.y - chart_text * 0.85, start.x + width,
                          start.y - chart_text * 0.85 + height};
            if (box.left < frame.left || box.right > frame.right + room_at_right - 4 || box.top < frame.top ||
                box.bottom > frame.bottom)
                continue;
            if (std::ranges::any_of(taken_, [&](const Box& other) {
                    return box.left < other.right && other.left < box.right && box.top < other.bottom &&
                           other.top < box.bottom;
                }))
                continue;
            taken_.push_back(box);
            return start;
        }
        return std::nullopt;
    }

private:
    std::vector<Box> taken_;
};

}  // namespace

std::string to_svg(const PointChart& chart, const ChartOptions& options) {
    const Theme& theme = find_named("theme", options.theme, themes());
    std::vector<ChartPoint> points;
    std::vector<double> xs, ys;
    for (const ChartPoint& point : chart.points) {
        if (!can_stand(point, chart)) continue;
        points.push_back(point);
        xs.push_back(point.x);
        ys.push_back(point.y);
    }
    const Words words{chart.title, chart.subtitle, described(chart, chart.points.size() - points.size())};
    const double width = options.width;
    Frame frame{.left = 0, .top = words_end(words, width) + chart_text + 8, .right = width - room_at_right};
    frame.bottom = frame.top + std::min(tallest_plot, 0.75 * width);
    const AxisScale y(chart.y, ys, frame.bottom - radius, frame.top + radius);
    frame.left = chart_margin + widest_label(y.ticks()) + 10;
    const AxisScale x(chart.x, xs, frame.left + radius, frame.right - radius);

    XmlWriter xml;
    open_chart(xml, words, {.right = width, .bottom = frame.bottom + room_for_axis + 6}, theme, options);
    draw_x_axis(xml, chart.x, x, frame, theme);
    draw_y_axis(xml, chart.y, y, frame, theme);
    if (chart.joined && points.size() > 1) {
        std::string data;
        for (const ChartPoint& point : points)
            data += (data.empty() ? "M" : "L") + coordinate(x.at(point.x)) + " " + coordinate(y.at(point.y));
        xml.open("path").attribute("d", data).attribute("fill", "none");
        xml.attribute("stroke", theme.tones[0].strong).attribute("stroke-width", 2).close().line_break();
    }
    LabelPlaces labels;
    for (const ChartPoint& point : points) {
        const Point at{x.at(point.x), y.at(point.y)};
        labels.occupy({at.x - radius, at.y - radius, at.x + radius, at.y + radius});
    }
    for (const ChartPoint& point : points) {
        const Point at{x.at(point.x), y.at(point.y)};
        xml.open("g").attribute("class", "mark");
        if (!point.id.empty()) xml.attribute("data-id", point.id);
        xml.open("title").text(in_words(point)).close();
        xml.open("circle").attribute("cx", at.x).attribute("cy", at.y).attribute("r", radius);
        xml.attribute("fill", theme.tones[point.label.empty() ? 0 : 1].strong)
            .attribute("fill-opacity", 0.85);
        xml.attribute("stroke", theme.paper).close();
        const std::vector<std::string> label =
            wrapped(point.label, std::min(widest_name, width / 3), 1, chart_text);
        if (!point.label.empty()) {
            if (const auto place = labels.place(at, text_width(label.front(), chart_text), frame))
                xml.markup(text_element(label, *place, 0, {.size = chart_text, .color = theme.ink}));
        }
        xml.close().line_break();
    }
    xml.close().line_break();
    return xml.take();
}

}  // namespace entente::render
