#include "render/panels/time_charts.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "base/prose.hpp"
#include "render/picture/text_width.hpp"
#include "render/write/markup.hpp"

namespace entente::render {
namespace {

constexpr double head = 24, plot = 110, foot = 26, between = 14, axis_room = 34;
constexpr double least_label_room = 170, most_label_room = 320, before_label = 42;
constexpr double font = 13;

bool any_value(const std::vector<double>& values) {
    return std::ranges::any_of(values, [](double value) { return !std::isnan(value); });
}
bool any_positive(const std::vector<double>& values) {
    return std::ranges::any_of(values, [](double value) { return value > 0; });
}

bool has_ranks(const TimeCharts& charts) { return !charts.ranks.empty() && charts.times.size() > 1; }
bool has_signs(const TimeCharts& charts) {
    return charts.times.size() > 1 && (any_positive(charts.positive) || any_positive(charts.negative));
}
bool has_frustration(const TimeCharts& charts) {
    return charts.times.size() > 1 && any_value(charts.frustration);
}

// Right of all plots alike, for the names of the lines.
double label_room(const TimeCharts& charts) {
    double widest = 0;
    for (const RankLine& line : charts.ranks) widest = std::max(widest, text_width(line.label, font));
    return std::clamp(widest + before_label + 1, least_label_room, most_label_room);
}

// One plot: time to the right, values upwards between `low` (below) and `high`.
class Plot {
public:
    Plot(const TimeCharts& charts, Point at, double width, double low, double high, const Theme& theme)
        : charts_(charts),
          at_(at),
          width_(width - label_room(charts)),
          low_(low),
          high_(high),
          theme_(theme) {}

    double x(std::size_t i) const {
        const double span = std::max(charts_.at.back() - charts_.at.front(), 1e-9);
        return at_.x + axis_room + (width_ - axis_room) * (charts_.at[i] - charts_.at.front()) / span;
    }
    double bottom() const { return at_.y + head + plot; }
    double y(double value) const {
        const double share = high_ == low_ ? 0.5 : (value - low_) / (high_ - low_);
        return at_.y + head + plot * (1 - share);
    }

    void frame(XmlWriter& xml, const std::string& title, const std::vector<double>& ticks) const {
        text(xml, title, {at_.x, at_.y + 13}, "start", theme_.ink, true);
        for (const double tick : ticks) {
            line(xml, {x(0), y(tick)}, {x(charts_.times.size() - 1), y(tick)}, theme_.faint_ink, 0.25);
            // Above its line where the first time below is so wide that it would lie on it.
            const bool wide = text_width(charts_.times[0], font) / 2 > axis_room / 2;
            const double down = wide && y(tick) > at_.y + head + plot - font ? -3 : 4;
            text(xml, fmt::format("{:g}", tick), {at_.x + axis_room - 8, y(tick) + down}, "end",
                 theme_.faint_ink, false);
        }
        const std::size_t last = charts_.times.size() - 1;
        const double own = text_width(charts_.times[last], font) + 14;
        double free_from = x(0) - own;  // labels never meet, and the last one has its place
        for (std::size_t i = 0; i <= last; ++i) {
            if (i != last && (x(i) < free_from || x(i) > x(last) - own)) continue;
            text(xml, charts_.times[i], {x(i), at_.y + head + plot + 20}, "middle", theme_.faint_ink, false);
            free_from = x(i) + own;
        }
    }

    // Broken where a value is missing.
    void series(XmlWriter& xml, const std::vector<double>& values, std::string_view color,
                std::string_view dash, double width) const {
        std::string data;
        bool open = false;
        for (std::size_t i = 0; i < values.size(); ++i) {
            if (std::isnan(values[i])) {
                open = false;
                continue;
            }
            const bool alone = !open && (i + 1 == values.size() || std::isnan(values[i + 1]));
            const std::string point = coordinate(x(i)) + " " + coordinate(y(values[i]));
            data += (open ? "L" : "M") + point;
            if (alone) data += "h0.01";
            open = true;
        }
        if (data.empty()) return;
        xml.open("path").attribute("d", data);
        add_stroke(xml, {color, dash, width, 1}).attribute("stroke-linecap", "round").close().line_break();
    }

    void band(XmlWriter& xml, const std::vector<double>& low, const std::vector<double>& high,
              std::string_view color) const {
        for (std::size_t i = 0; i < low.size(); ++i) {
            if (!(high[i] > low[i])) continue;
            xml.open("path").attribute(
                "d", fmt::format("M{} {}L{} {}", coordinate(x(i)), coordinate(y(low[i])), coordinate(x(i)),
                                 coordinate(y(high[i]))));
            add_stroke(xml, {color, "", 5, 0.35}).close().line_break();
        }
    }

    void dot(XmlWriter& xml, std::size_t i, double value, std::string_view color) const {
        xml.open("circle").attribute("cx", x(i)).attribute("cy", y(value)).attribute("r", 4.0);
        xml.attribute("fill", color).close().line_break();
    }

    std::string_view ink() const { return theme_.ink; }

    void text(XmlWriter& xml, const std::string& words, Point at, std::string_view anchor,
              std::string_view color, bool bold) const {
        xml.markup(text_element({words}, at, font, {font, color, anchor, bold})).line_break();
    }

    void line(XmlWriter& xml, Point a, Point b, std::string_view color, double opacity) const {
        xml.open("path").attribute("d", fmt::format("M{} {}L{} {}", coordinate(a.x), coordinate(a.y),
                                                    coordinate(b.x), coordinate(b.y)));
        add_stroke(xml, {color, "", 1, opacity}).close().line_break();
    }

private:
    const TimeCharts& charts_;
    Point at_;
    double width_, low_, high_;  // the width without the room for names
    const Theme& theme_;
};

void open_chart(XmlWriter& xml, const char* name) {
    xml.open("g").attribute("class", "chart").attribute("data-chart", name).line_break();
}

std::optional<std::size_t> last_value(const std::vector<double>& values) {
    for (std::size_t i = values.size(); i-- > 0;) {
        if (!std::isnan(values[i])) return i;
    }
    return std::nullopt;
}

struct EndLabel {
    std::string text;
    double y = 0;
    std::string_view color, dash;  // of the line that it names, shown beside it
};

// From top to bottom without two on one another, none below `lowest`, where the times stand.
void spread(std::vector<EndLabel>& labels, double lowest) {
    std::ranges::stable_sort(labels, {}, &EndLabel::y);
    for (std::size_t i = 1; i < labels.size(); ++i)
        labels[i].y = std::max(labels[i].y, labels[i - 1].y + font + 3);
    for (std::size_t i = labels.size(); i-- > 0; lowest -= font + 3)
        labels[i].y = std::min(labels[i].y, lowest);
}

void write_labels(XmlWriter& xml, const Plot& plot_of, std::vector<EndLabel> labels, double x) {
    spread(labels, plot_of.bottom());
    for (const EndLabel& label : labels) {
        xml.open("path").attribute("d", "M" + coordinate(x + 10) + " " + coordinate(label.y) + "h22");
        add_stroke(xml, {label.color, label.dash, 2, 1}).close();
        plot_of.text(xml, wrapped(label.text, most_label_room - before_label, 1, font).front(),
                     {x + 38, label.y + 4}, "start", plot_of.ink(), false);
    }
}

void write_ranks(XmlWriter& xml, const TimeCharts& charts, Point at, double width, const Theme& theme) {
    double lowest = 2;
    for (const RankLine& line : charts.ranks) {
        for (const double rank : line.rank) lowest = std::isnan(rank) ? lowest : std::max(lowest, rank);
    }
    open_chart(xml, "ranks");
    const Plot chart(charts, at, width, lowest, 1, theme);
    chart.frame(xml, charts.rank_title, {1, lowest});
    std::vector<EndLabel> labels;
    for (std::size_t i = 0; i < charts.ranks.size(); ++i) {
        const RankLine& line = charts.ranks[i];
        const std::string_view color = theme.tones[i % theme.tones.size()].strong;
        constexpr std::string_view dashes[] = {"", "8 4", "2 4", "10 3 2 3", "4 3"};
        chart.series(xml, line.rank, color, dashes[i % 5], 2);
        if (const auto last = last_value(line.rank))
            labels.push_back({line.label, chart.y(line.rank[*last]), color, dashes[i % 5]});
    }
    write_labels(xml, chart, std::move(labels), chart.x(charts.times.size() - 1));
    xml.close().line_break();
}

double highest(std::initializer_list<const std::vector<double>*> lists) {
    double most = 1;
    for (const auto* list : lists) {
        for (const double value : *list) most = std::isnan(value) ? most : std::max(most, value);
    }
    return most;
}

void write_signs(XmlWriter& xml, const TimeCharts& charts, Point at, double width, const Theme& theme) {
    const double most = highest({&charts.positive, &charts.negative});
    open_chart(xml, "ties");
    const Plot chart(charts, at, width, 0, most, theme);
    chart.frame(xml, "positive and hostile ties", {0, most});
    chart.series(xml, charts.positive, theme.positive, "", 2);
    chart.series(xml, charts.negative, theme.negative, "7 4", 2);
    write_labels(xml, chart,
                 {{"positive", chart.y(charts.positive.back()), theme.positive, ""},
                  {"hostile", chart.y(charts.negative.back()), theme.negative, "7 4"}},
                 chart.x(charts.times.size() - 1));
    xml.close().line_break();
}

std::string frustration_at(const TimeCharts& charts, std::size_t i) {
    return frustration_text({charts.frustration[i], charts.frustration_low[i], charts.frustration_high[i]});
}

// The last two slices between which the value changed: the later one.
std::optional<std::size_t> last_change(const std::vector<double>& values) {
    for (std::size_t i = values.size(); i-- > 1;) {
        if (!std::isnan(values[i]) && !std::isnan(values[i - 1]) && values[i] != values[i - 1]) return i;
    }
    return std::nullopt;
}

// How high it was until it changed last, where the line is level for long enough to say so beside it.
void write_last_change(XmlWriter& xml, const TimeCharts& charts, const Plot& chart, const Theme& theme) {
    const std::vector<double>& values = charts.frustration;
    const auto change = last_change(values);
    if (!change) return;
    const std::size_t end = *change - 1;
    std::size_t start = end;
    while (start > 0 && values[start - 1] == values[end]) --start;
    chart.dot(xml, end, values[end], theme.emphasis);
    chart.dot(xml, *change, values[*change], theme.emphasis);
    const std::string words = fmt::format("{} until {}", frustration_at(charts, end), charts.times[end]);
    if (chart.x(end) - chart.x(start) < text_width(words, font) + 20) return;
    const double y = chart.y(values[end]) + (values[*change] < values[end] ? 19 : -9);
    chart.text(xml, words, {chart.x(end) - 8, y}, "end", theme.ink, false);
}

void write_frustration(XmlWriter& xml, const TimeCharts& charts, Point at, double width, const Theme& theme) {
    const double most = highest({&charts.frustration, &charts.frustration_high});
    open_chart(xml, "frustration");
    const Plot chart(charts, at, width, 0, most, theme);
    chart.frame(xml, "frustration index", {0, most});
    chart.band(xml, charts.frustration_low, charts.frustration_high, theme.emphasis);
    chart.series(xml, charts.frustration, theme.emphasis, "", 2.5);
    write_last_change(xml, charts, chart, theme);
    if (const auto last = last_value(charts.frustration)) {
        write_labels(xml, chart,
                     {{frustration_at(charts, *last) + " in " + charts.times[*last],
                       chart.y(charts.frustration[*last]), theme.emphasis, ""}},
                     chart.x(charts.times.size() - 1));
    }
    xml.close().line_break();
}

}  // namespace

std::string frustration_text(const FrustrationFound& found) {
    if (!(found.high > found.low)) return entente::rounded(found.index);
    return entente::rounded(found.low) + "–" + entente::rounded(found.high);
}

double charts_height(const TimeCharts& charts) {
    const int count = int{has_ranks(charts)} + int{has_signs(charts)} + int{has_frustration(charts)};
    return count * (head + plot + foot + between);
}

std::string charts_markup(const TimeCharts& charts, Point at, double width, const Theme& theme) {
    XmlWriter xml;
    const double step = head + plot + foot + between;
    if (has_ranks(charts)) {
        write_ranks(xml, charts, at, width, theme);
        at.y += step;
    }
    if (has_signs(charts)) {
        write_signs(xml, charts, at, width, theme);
        at.y += step;
    }
    if (has_frustration(charts)) write_frustration(xml, charts, at, width, theme);
    return xml.take();
}

}  // namespace entente::render
