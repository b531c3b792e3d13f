#include "render/panels/time_charts.hpp"

#include <catch2/catch.hpp>

#include "base/named.hpp"

using namespace entente;
using Catch::Contains;

namespace {

// Years from 1900 with that frustration, proven where no bounds are given.
render::TimeCharts with_frustration(std::vector<double> values, double low = undefined,
                                    double high = undefined) {
    render::TimeCharts charts;
    for (std::size_t i = 0; i < values.size(); ++i) {
        charts.times.push_back(std::to_string(1900 + i));
        charts.at.push_back(static_cast<double>(i));
    }
    charts.positive.assign(values.size(), 1);
    charts.negative.assign(values.size(), 1);
    charts.frustration_low = charts.frustration_high = values;
    if (low < high) charts.frustration_low.back() = low, charts.frustration_high.back() = high;
    charts.frustration = std::move(values);
    return charts;
}

std::string drawn(const render::TimeCharts& charts) {
    return render::charts_markup(charts, {0, 0}, 1000, find_named("theme", "light", render::themes()));
}

}  // namespace

TEST_CASE("the chart of frustration says how high it was until it changed last, and how high it ends") {
    const std::string fallen = drawn(with_frustration({2, 1, 1, 1, 1, 1, 0}));
    CHECK_THAT(fallen, Contains(">1 until 1905<") && Contains(">0 in 1906<"));
    CHECK_THAT(drawn(with_frustration({1, 1, 1})), !Contains("until") && Contains(">1 in 1902<"));
    CHECK_THAT(drawn(with_frustration({1, 1, 1, 1, 1, 5}, 3, 5)), Contains(">3–5 in 1905<"));
    // A level stretch that is too short for words.
    std::vector<double> restless;
    for (int i = 0; i < 60; ++i) restless.push_back(i % 2);
    CHECK_THAT(drawn(with_frustration(restless)), !Contains("until"));
    CHECK_THAT(drawn(with_frustration({undefined, undefined})), !Contains("frustration"));
}
