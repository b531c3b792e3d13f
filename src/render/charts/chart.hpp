// Charts of findings, as plain values, and their drawing.
#pragma once

#include <cstdint>
#include <limits>
#include <string>
#include <vector>

namespace entente::render {

enum class Scale : std::uint8_t { linear, logarithmic };

struct ChartAxis {
    std::string label = {};
    Scale scale = Scale::linear;
    bool whole_numbers = false;  // ticks at whole numbers only
    bool reversed = false;       // ranks: 1 at the far end
    bool from_zero = false;      // the axis holds 0 even where no value is near it
};

// One line of a row chart. nan: nothing is drawn.
struct ChartRow {
    std::string label = {};
    double value = std::numeric_limits<double>::quiet_NaN();  // a dot, or the length of a bar
    double low = std::numeric_limits<double>::quiet_NaN(),
           high = std::numeric_limits<double>::quiet_NaN();  // a whisker between them
    std::vector<double> parts = {};                          // of a bar, one after the other; empty: one
    std::string note = {};                                   // right of the mark
    std::string id = {};                                     // data-id of the mark: the actor's
    std::uint32_t group = 0;                                 // data-community of the mark; 0: none
};

// Actors or figures below each other, what they have to the right.
struct RowChart {
    enum class Mark : std::uint8_t { dot, bar };
    std::string title = {}, subtitle = {};
    ChartAxis axis = {};
    Mark mark = Mark::dot;
    std::vector<ChartRow> rows = {};           // from the top; those beyond the 40th are counted below
    std::vector<std::string> part_names = {};  // for the legend, parallel to parts
    std::string row_name = "rows";             // what a row is: "actors"
    std::uint64_t zeros = 0;                   // rows left out because they are 0: counted below
};

struct ChartPoint {
    double x = 0, y = 0;
    std::string label = {};  // written beside it where there is room
    std::string id = {};     // data-id of the mark: the actor's
};

// Points of two values; those with a label stand out. `joined`: a line through them in order.
struct PointChart {
    std::string title = {}, subtitle = {};
    ChartAxis x = {}, y = {};
    std::vector<ChartPoint> points = {};
    bool joined = false;
};

struct ChartOptions {
    std::string theme = "light";  // a row of themes()
    double width = 900;           // in pixels; text has 13 of them, whatever the width (at least 300)
    std::string name = "chart";   // its ids begin with it
};

// SVG 1.1 with title and description, one <g class="mark"> with a <title> a row or point. The same bytes on
// every machine. Throws Error(Fault::usage) for an unknown theme.
std::string to_svg(const RowChart& chart, const ChartOptions& options = {});
std::string to_svg(const PointChart& chart, const ChartOptions& options = {});

}  // namespace entente::render
