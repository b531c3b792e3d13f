#include "render/charts/axis.hpp"

#include <algorithm>
#include <cmath>

#include "base/number.hpp"
#include "base/portable_math.hpp"

namespace entente::render {

namespace {

constexpr double ln_ten = 2.302585092994046;
constexpr double most_ticks = 7, room_of_tick = 52;

// The smallest of 1, 2, 5, 10 … times a power of ten that is no smaller than the step.
double round_step(double step) {
    double power = 1;
    while (power > step) power /= 10;
    while (power * 10 <= step) power *= 10;
    for (const double times : {1.0, 2.0, 5.0}) {
        if (power * times >= step * (1 - 1e-12)) return power * times;
    }
    return power * 10;
}

// Without the digits that adding up steps brings.
std::string tick_label(double value, double step) {
    return format_number(std::abs(value) < step * 1e-9 ? 0.0 : std::round(value / step * 1e6) * step / 1e6);
}

}  // namespace

AxisScale::AxisScale(const ChartAxis& axis, const std::vector<double>& values, double from, double to)
    : scale_(axis.scale), from_(axis.reversed ? to : from), to_(axis.reversed ? from : to) {
    std::vector<double> used;
    for (const double value : values) {
        if (std::isfinite(value) && (scale_ == Scale::linear || value > 0)) used.push_back(value);
    }
    if (axis.from_zero && scale_ == Scale::linear) used.push_back(0);
    const auto [least, most] = std::minmax_element(used.begin(), used.end());
    if (scale_ == Scale::logarithmic) {
        low_ = used.empty() ? 0 : std::floor(position(*least) + 1e-9);
        high_ = used.empty() ? 1 : std::max(low_ + 1, std::ceil(position(*most) - 1e-9));
        add_powers_of_ten();
        return;
    }
    low_ = used.empty() ? 0 : *least;
    high_ = used.empty() ? 1 : *most;
    if (high_ - low_ <= std::abs(high_) * 1e-12) high_ = low_ + (low_ == 0 ? 1 : std::abs(low_));
    add_linear_ticks(axis);
}

double AxisScale::position(double value) const {
    return scale_ == Scale::linear ? value : portable_log(value) / ln_ten;
}

void AxisScale::add_linear_ticks(const ChartAxis& axis) {
    const double fitting = std::clamp(std::floor(std::abs(to_ - from_) / room_of_tick), 2.0, most_ticks);
    double step = round_step((high_ - low_) / (fitting - 1));
    if (axis.whole_numbers) step = std::max(1.0, step);
    const double first = std::floor(low_ / step + 1e-9) * step, last = std::ceil(high_ / step - 1e-9) * step;
    for (double i = 0; first + i * step <= last + step / 2; ++i)
        ticks_.push_back({first + i * step, tick_label(first + i * step, step)});
    low_ = std::min(low_, first);
    high_ = std::max(high_, last);
}

void AxisScale::add_powers_of_ten() {
    double value = 1;
    for (double power = 0; power < low_; ++power) value *= 10;
    for (double power = 0; power > low_; --power) value /= 10;
    for (double power = low_; power <= high_; ++power, value *= 10)
        ticks_.push_back({value, format_number(value)});
}

double AxisScale::at(double value) const {
    const double share = (position(value) - low_) / (high_ - low_);
    return from_ + (to_ - from_) * share;
}

}  // namespace entente::render
