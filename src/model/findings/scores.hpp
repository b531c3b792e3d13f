// A measure's value for every actor of a graph.
#pragma once

#include <limits>
#include <string>
#include <vector>

#include "model/ids.hpp"

namespace entente {

inline constexpr double undefined = std::numeric_limits<double>::quiet_NaN();

struct Scores {
    std::string measure;         // the name of the row of the measure table
    std::vector<double> values;  // in the order of the graph's actors; nan where undefined
    std::string remark;          // a parameter chosen at run time ("alpha 0.118"), or ""
};

// The scores of one run: one column a measure over the same actors.
struct ScoreTable {
    std::vector<ActorId> actors;
    std::vector<Scores> columns;
    std::vector<std::string> left_out;  // "hub: needs directed ties", said rather than silently missing
};

}  // namespace entente
