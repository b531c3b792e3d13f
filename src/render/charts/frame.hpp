// What every chart has around its marks: paper, words, grid and axes.
#pragma once

#include <string>
#include <vector>

#include "render/charts/axis.hpp"
#include "render/charts/chart.hpp"
#include "render/picture/theme.hpp"
#include "render/write/markup.hpp"
#include "render/write/xml.hpp"

namespace entente::render {

inline constexpr double chart_margin = 16, chart_text = 13, chart_title_text = 18;

// The whole page, from 0, or the space for marks.
struct Frame {
    double left = 0, top = 0, right = 0, bottom = 0;
};

struct Words {
    std::string title, subtitle, description;
};

// Begins the document: <svg>, title, description, paper and the two lines of words. Returns how far down
// these reach.
double open_chart(XmlWriter& xml, const Words& words, const Frame& page, const Theme& theme,
                  const ChartOptions& options);

// How far down the words reach, before anything is written.
double words_end(const Words& words, double width);

// Faint lines at the ticks, their labels below (x) or to the left (y), and the axis' name.
void draw_x_axis(XmlWriter& xml, const ChartAxis& axis, const AxisScale& scale, const Frame& frame,
                 const Theme& theme);
void draw_y_axis(XmlWriter& xml, const ChartAxis& axis, const AxisScale& scale, const Frame& frame,
                 const Theme& theme);

// The widest of the ticks' labels.
double widest_label(const std::vector<Tick>& ticks);

// A number for reading: six significant digits.
std::string for_reading(double value);

}  // namespace entente::render
