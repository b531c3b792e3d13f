// Lines over one time axis: ranks, signed ties, frustration.
#pragma once

#include <string>

#include "render/panels/time_panels.hpp"
#include "render/picture/theme.hpp"

namespace entente::render {

double charts_height(const TimeCharts& charts);

// A <g class="chart"> each for what there is, one below the other.
std::string charts_markup(const TimeCharts& charts, Point at, double width, const Theme& theme);

}  // namespace entente::render
