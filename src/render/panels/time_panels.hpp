// A network through time as small multiples on one layout, above one time axis.
#pragma once

#include <string>
#include <vector>

#include "render/layout/layout.hpp"
#include "render/picture/picture.hpp"
#include "render/write/draw.hpp"

namespace entente::render {

// What one panel shows of the picture of all times.
struct TimePanel {
    std::string title, from, to;
    std::string remark;        // beside the title: "frustration 1"; may be empty
    std::vector<char> active;  // parallel to Picture::nodes; the others are faint rings
    struct Tie {
        std::size_t tie = 0;  // place in Picture::ties
        bool certain = true;  // else at half opacity
        bool fresh = false;   // not in the panel before: a heavier stroke
    };
    std::vector<Tie> ties;
};

// A frustration index as a figure says it: "1", or "3–5" where it is not proven.
struct FrustrationFound {
    double index = 0, low = 0, high = 0;
};
std::string frustration_text(const FrustrationFound& found);

// A line of the rank chart; nan where the actor has none.
struct RankLine {
    std::string label;
    std::vector<double> rank;
};

// Values of every slice, also of those without a panel.
struct TimeCharts {
    std::vector<std::string> times;  // of the slices
    std::vector<double> at;          // where they stand in time, ascending, in any unit
    std::string rank_title;          // "rank by degree"
    std::vector<RankLine> ranks;
    std::vector<double> positive, negative;                              // ties
    std::vector<double> frustration, frustration_low, frustration_high;  // empty or all nan: no chart
};

struct TimePicture {
    Picture network;  // all times together: titles, actors, ties
    Layout layout;    // of it
    std::vector<TimePanel> panels;
    TimeCharts charts;
    std::string note;  // which slices have panels, who is left out; may be empty
};

// Each panel is a <g class="panel" data-from data-to role="group" aria-label> around nodes and edges of the
// form of to_svg. Throws Error(Fault::usage) for an unknown theme.
std::string to_time_svg(const TimePicture& picture, const SvgOptions& options = {});

}  // namespace entente::render
