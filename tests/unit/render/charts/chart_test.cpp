#include "render/charts/chart.hpp"

#include <catch2/catch.hpp>
#include <limits>

#include "render/charts/axis.hpp"

using namespace entente;
using namespace entente::render;

namespace {

std::vector<std::string> tick_labels(const ChartAxis& axis, const std::vector<double>& values,
                                     double length = 600) {
    std::vector<std::string> labels;
    const AxisScale scale(axis, values, 0, length);
    for (const Tick& tick : scale.ticks()) labels.push_back(tick.label);
    return labels;
}

std::size_t count_of(const std::string& text, const std::string& part) {
    std::size_t count = 0;
    for (std::size_t at = text.find(part); at != std::string::npos; at = text.find(part, at + 1)) ++count;
    return count;
}

constexpr double nothing = std::numeric_limits<double>::quiet_NaN();

}  // namespace

TEST_CASE("ticks stand at round numbers around the values") {
    using Labels = std::vector<std::string>;
    CHECK(tick_labels({}, {0.13, 0.41}) ==
          Labels{"0.1", "0.15", "0.2", "0.25", "0.3", "0.35", "0.4", "0.45"});
    CHECK(tick_labels({.whole_numbers = true}, {1, 4}) == Labels{"1", "2", "3", "4"});
    CHECK(tick_labels({.from_zero = true}, {70, 90}) == Labels{"0", "20", "40", "60", "80", "100"});
    CHECK(tick_labels({.scale = Scale::logarithmic}, {0.004, 30, 0}) ==
          Labels{"0.001", "0.01", "0.1", "1", "10", "100"});
    CHECK(tick_labels({}, {5, 5}) == Labels{"5", "6", "7", "8", "9", "10"});
    CHECK_FALSE(tick_labels({}, {nothing}).empty());
}

TEST_CASE("a short axis has fewer ticks, so that their labels keep apart") {
    using Labels = std::vector<std::string>;
    CHECK(tick_labels({}, {0.13, 0.41}, 160) == Labels{"0", "0.2", "0.4", "0.6"});
    CHECK(tick_labels({.from_zero = true}, {70, 90}, 40) == Labels{"0", "100"});
}

TEST_CASE("an axis puts its values between its ends, a reversed one the other way round") {
    const AxisScale scale({}, {0, 10}, 100, 300);
    CHECK(scale.at(0) == Approx(100));
    CHECK(scale.at(10) == Approx(300));
    CHECK(AxisScale({.reversed = true}, {0, 10}, 100, 300).at(10) == Approx(100));
    const AxisScale decades({.scale = Scale::logarithmic}, {1, 100}, 0, 200);
    CHECK(decades.at(10) == Approx(100));
}

TEST_CASE("a row chart has a mark a row, with its words, and says how many rows it leaves out") {
    RowChart chart{.title = "Ranks", .axis = {.label = "rank"}, .rows = {}};
    for (int i = 1; i <= 43; ++i) chart.rows.push_back({.label = "actor", .value = 1.0 * i});
    chart.row_name = "actors";
    chart.zeros = 2;
    chart.rows[0] = {.label = "حزب الله <&>", .value = 1, .low = 1, .high = 3};
    const std::string svg = to_svg(chart);
    CHECK(count_of(svg, "class=\"mark\"") == 40);
    CHECK(svg.find("Not shown: 3 further actors. 2 further actors at 0.") != std::string::npos);
    CHECK(svg.find("حزب الله &lt;&amp;&gt;: 1 (1 to 3)") != std::string::npos);
    CHECK(svg.find("direction=\"rtl\"") != std::string::npos);
    CHECK(svg.find("nan") == std::string::npos);
}

TEST_CASE("an undefined value has a row without a mark, and a chart without rows is still a chart") {
    const std::string svg = to_svg(RowChart{.rows = {{.label = "nobody", .value = nothing}}});
    CHECK(count_of(svg, "<circle") == 0);
    CHECK(svg.find("nobody") != std::string::npos);
    CHECK(to_svg(RowChart{}).find("</svg>") != std::string::npos);
    CHECK(to_svg(PointChart{}).find("</svg>") != std::string::npos);
}

TEST_CASE("the parts of a bar stand one after the other and are named in the legend") {
    const RowChart chart{.mark = RowChart::Mark::bar,
                         .rows = {{.label = "a", .value = 6, .parts = {2, 4}}},
                         .part_names = {"friends", "enemies"}};
    const std::string svg = to_svg(chart);
    CHECK(count_of(svg, "<rect") == 1 + 2 + 1 + 2);  // paper, legend, the row itself, bar
    CHECK(svg.find("class=\"legend\"") != std::string::npos);
}

TEST_CASE("a narrow chart has its text as large, and its legend in as many lines as it needs") {
    RowChart chart{.mark = RowChart::Mark::bar,
                   .rows = {{.label = std::string(200, 'w'), .value = 6, .parts = {2, 4}}},
                   .part_names = {"companions that stay", "companions that change", "companions that leave"}};
    const auto height = [](const std::string& svg) {
        return std::stod(svg.substr(svg.find(" height=\"") + 9));
    };
    const std::string wide = to_svg(chart), narrow = to_svg(chart, {.width = 320});
    CHECK(narrow.find("viewBox=\"0 0 320 ") != std::string::npos);
    CHECK(count_of(narrow, "font-size=\"13\"") == count_of(narrow, "font-size="));
    CHECK(height(narrow) == height(wide) + 2 * 24);
    PointChart points{.points = {{1, 1, "first"}, {2, 3, "last"}}};
    CHECK(to_svg(points, {.width = 320}).find("viewBox=\"0 0 320 ") != std::string::npos);
}

TEST_CASE("a point that a logarithmic axis cannot hold is left out and counted in the description") {
    const PointChart chart{.x = {.label = "degree", .scale = Scale::logarithmic},
                           .y = {.label = "share", .scale = Scale::logarithmic},
                           .points = {{1, 1}, {10, 0.1, "far"}, {0, 0.5}}};
    const std::string svg = to_svg(chart);
    CHECK(count_of(svg, "<circle") == 2);
    CHECK(svg.find("1 is undefined or not above 0 and not drawn") != std::string::npos);
    CHECK(svg.find(">far</text>") != std::string::npos);
}

TEST_CASE("labels of points that stand close do not lie on each other") {
    PointChart chart;
    for (int i = 0; i < 30; ++i) chart.points.push_back({1.0 * i / 1000, 1.0 * i / 1000, "a long name"});
    chart.points.push_back({10, 10});
    CHECK(count_of(to_svg(chart), "a long name</text>") < 12);
}
