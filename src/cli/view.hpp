// What most commands begin with: the data read, and the graph of the ties asked for.
#pragma once

#include "cli/options/data_options.hpp"
#include "cli/options/selection_options.hpp"
#include "graph/graph.hpp"
#include "report/format/settings.hpp"

namespace entente::cli {

struct View {
    io::Reading reading;
    TieSelection selection;
    Graph graph;

    const Network& network() const { return reading.network; }
    report::Settings settings() const {
        return {
            .selection = selection, .resolved = {graph.directed(), graph.weighted()}, .seed = {}, .more = {}};
    }
};

// Throws as load, selection_of and build_graph do.
View view_of(Context& context, const DataOptions& data, const SelectionOptions& selection,
             SignFilter otherwise = SignFilter::nonnegative, Remarks remarks = Remarks::counted);

// The actor that a word of the user names, by id or by label; says which was taken where it could have meant
// another. Throws as Network::find_actor does.
ActorId actor_named(Context& context, const Network& network, const std::string& word);

// "1 tie", "2 ties".
std::string some(std::uint64_t count, std::string_view one, std::string_view many);

// "21 actors, 38 ties from 35 of 55 rows, mutual ones counted each way (nonnegative ties, directed,
// unweighted)": the last line of a table.
std::string view_line(const View& view);

// The ties that measures of signed ties (positive_degree, pn …) use: those of both signs, whatever --ties
// says.
struct SignedTies {
    bool all = false;  // no other measure is among those asked for
    std::vector<std::string> measures;
    report::Settings settings;
    std::string line;    // as view_line: "3 actors, 3 ties from 3 rows (ties of both signs, whatever --ties
                         // says, undirected, unweighted)"
    std::string remark;  // for a measure beside others: "uses the ties of both signs, whatever --ties says: 2
                         // positive rows, 1 hostile row"
};

// Nothing where none of `measures` is one of signed ties.
std::optional<SignedTies> signed_ties_of(const View& view, const std::vector<std::string>& measures);

// The view_line of a result of these measures and, where some only are of signed ties, a line of what those
// use.
std::vector<std::string> view_lines(const View& view, const std::vector<std::string>& measures);

}  // namespace entente::cli
