// What most questions begin with: the data read, and the graph of the ties asked for.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "graph/graph.hpp"
#include "io/network_reader.hpp"
#include "model/findings/scores.hpp"
#include "report/format/settings.hpp"

namespace entente::study {

// The settings of a result that is of this graph of these data.
report::Settings settings_of(const Graph& graph, const TieSelection& selection, const io::Reading& reading);

struct SelectedData {
    io::Reading reading;
    TieSelection selection;
    Graph graph;

    const Network& network() const { return reading.network; }
    report::Settings settings() const { return settings_of(graph, selection, reading); }
};

// Throws as build_graph does.
SelectedData select_data(io::Reading reading, const TieSelection& selection);

// What a result of these ties must say beside its numbers: words for hostile ties that have no effect, ties
// without a date that a span of time leaves in, rows that count once where they are several.
std::vector<std::string> remarks_on(const Graph& graph, const TieSelection& selection,
                                    const io::Reading& reading);

// "21 actors, 38 ties from 35 of 55 rows, mutual ones counted each way (nonnegative ties, directed,
// unweighted)", and the remarks on them: the last lines of a table.
std::string data_line(const SelectedData& data);

// The ties of a table of these measures where --ties does not say: all but hostile ones, unless every measure
// is one of signed ties; the direction of the table follows from them.
SignFilter default_ties(const std::vector<std::string>& measures);

// The ties that measures of signed ties (positive_degree, pn …) use: those of both signs, whatever --ties
// says.
struct SignedTies {
    bool all = false;  // no other measure is among those asked for
    std::vector<std::string> measures;
    report::Settings settings;
    std::string line;    // as data_line: "3 actors, 3 ties from 3 rows (ties of both signs, whatever --ties
                         // says, undirected, unweighted)"
    std::string remark;  // for a measure beside others: "uses the ties of both signs, whatever --ties says: 2
                         // positive rows, 1 hostile row"
};

// Nothing where no column of the scores is of such a measure.
std::optional<SignedTies> signed_ties_of(const SelectedData& data, const ScoreTable& scores);

// The same of a result by one measure alone.
std::optional<SignedTies> signed_ties_of(const SelectedData& data, const std::string& measure);

// The data_line of a result of these measures and, where some only are of signed ties, a line of what those
// use.
std::vector<std::string> data_lines(const SelectedData& data, const ScoreTable& scores);
std::vector<std::string> data_lines(const SelectedData& data, const std::string& measure);

}  // namespace entente::study
