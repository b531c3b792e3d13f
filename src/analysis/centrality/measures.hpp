// The table of measures, and the one way to run them: score_table. Everything that lists, documents or tests
// measures reads the table.
#pragma once

#include <cstddef>
#include <cstdint>
#include <limits>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/control.hpp"
#include "graph/graph.hpp"
#include "model/findings/scores.hpp"
#include "model/network.hpp"
#include "model/selection.hpp"

namespace entente {

// What a measure is taken of. graph is build_graph(network, selection); the signed measures go back to the
// network for the ties of both signs.
struct MeasureInput {
    const Network& network;
    const TieSelection& selection;
    const Graph& graph;
};

struct MeasureOptions {
    bool normalized = false;  // divide by the row's maximum
    double approximate = 0;   // betweenness, closeness and harmonic by sampling, within this error; 0: exact
    std::uint64_t seed = 1;   // of the samples
    // The columns that a kernel is run for, where it can save work by that; empty: all of its columns.
    std::vector<std::string_view> wanted = {};
    bool with_ties_used = false;  // count the signed ties that columns of them used: costs one more merge
};

// When a measure says something of its own; where it does not, `all` leaves it out and says why.
enum class Applies { always, to_directed, to_signed, to_signed_directed };

// A kernel gives one or more columns at once, each under the name of its row.
using MeasureKernel = std::vector<Scores> (*)(const MeasureInput&, const MeasureOptions&, const Control&);

struct Measure {
    std::string_view name;
    std::string_view definition;
    std::string_view citation;
    std::string_view scale;  // of the values as given by default
    std::string_view
        normalized;  // what --normalized divides by, or "" where the scale is part of the definition
    MeasureKernel kernel = nullptr;
    bool in_default = false;
    Applies applies = Applies::always;
    std::size_t most_actors =
        std::numeric_limits<std::size_t>::max();  // memory and time grow too fast beyond
};

std::span<const Measure> measures();

// The names that are run when none is asked for.
std::vector<std::string> default_measures();

// The ties that the measures of signed ties use (positive_degree, pn …).
SignedTiesUsed signed_ties_used(const MeasureInput& input);

// Whether the measure is one of those.
bool is_of_signed_ties(const Measure& measure);

struct NamedMeasures {
    std::vector<std::string> names;
    std::vector<std::string> left_out;  // by "all": "hub: needs directed ties"
};

// The names, each once, with those of every measure that applies to the input in place of "all". Throws as
// score_table does.
NamedMeasures measures_named(const MeasureInput& input, const std::vector<std::string>& names);

// One column for each of `names`, in their order, over the graph's actors; "all" stands for every measure
// that applies, and what it leaves out is said in left_out. Each kernel runs once. Throws Error(Fault::usage)
// for an unknown name (with a suggestion) and for a measure asked for by name on more actors than it can
// take.
ScoreTable score_table(const MeasureInput& input, const std::vector<std::string>& names,
                       const MeasureOptions& options, const Control& control);

}  // namespace entente
