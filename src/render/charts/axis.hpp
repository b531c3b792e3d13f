// Where values stand along an axis, and where its ticks are.
#pragma once

#include <string>
#include <vector>

#include "render/charts/chart.hpp"

namespace entente::render {

struct Tick {
    double value = 0;
    std::string label;
};

// From the values of a chart to a length on the page, with a margin to both sides and ticks at round numbers
// (1, 2 or 5 times a power of ten; powers of ten on a logarithmic axis), the fewer the shorter the axis.
class AxisScale {
public:
    // `values`: all that have to find room, nan ignored; on a logarithmic axis those above 0. `from` and
    // `to`: where the axis begins and ends on the page.
    AxisScale(const ChartAxis& axis, const std::vector<double>& values, double from, double to);

    double at(double value) const;
    const std::vector<Tick>& ticks() const { return ticks_; }

private:
    double position(double value) const;  // before it is put on the page
    void add_linear_ticks(const ChartAxis& axis);
    void add_powers_of_ten();

    Scale scale_;
    double low_ = 0, high_ = 1, from_ = 0, to_ = 1;
    std::vector<Tick> ticks_;
};

}  // namespace entente::render
