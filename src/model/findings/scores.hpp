// A measure's value for every actor of a graph.
#pragma once

#include <cstdint>
#include <limits>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "model/ids.hpp"

namespace entente {

inline constexpr double undefined = std::numeric_limits<double>::quiet_NaN();

// The ties with a sign between the actors of a table, of both signs whatever its selection says.
struct SignedTiesUsed {
    std::uint64_t positive_rows = 0, hostile_rows = 0;
    std::uint64_t ties = 0;  // pairs, of arcs each way
    bool directed = false;
    bool mutual = false;  // some row counts each way
    std::uint64_t rows() const { return positive_rows + hostile_rows; }
};

struct Scores {
    std::string measure;         // the name of the row of the measure table
    std::vector<double> values;  // in the order of the graph's actors; nan where undefined
    std::string remark;          // a parameter chosen at run time ("alpha 0.118"), or ""
    std::string_view definition = {}, citation = {};  // of the row
    // Of a measure of signed ties, where they were counted; every other used the ties of the graph.
    std::optional<SignedTiesUsed> signed_ties = {};
};

// The scores of one run: one column a measure over the same actors.
struct ScoreTable {
    std::vector<ActorId> actors;
    std::vector<Scores> columns;
    std::vector<std::string> left_out;  // "hub: needs directed ties", said rather than silently missing
};

}  // namespace entente
