// What most commands begin with: the data read, and the graph of the ties asked for.
#pragma once

#include "cli/data_options.hpp"
#include "cli/selection_options.hpp"
#include "graph/graph.hpp"
#include "report/settings.hpp"

namespace entente::cli {

struct View {
    io::Reading reading;
    TieSelection selection;
    Graph graph;

    const Network& network() const { return reading.network; }
    report::Settings settings() const { return {.selection = selection, .resolved = {graph.directed(), graph.weighted()}, .seed = {}, .more = {}}; }
};

// Throws as load, selection_of and build_graph do.
View view_of(Context& context, const DataOptions& data, const SelectionOptions& selection, SignFilter otherwise = SignFilter::nonnegative,
             Remarks remarks = Remarks::counted);

// The actor that a word of the user names, by id or by label; says which was taken where it could have meant another. Throws as
// Network::find_actor does.
ActorId actor_named(Context& context, const Network& network, const std::string& word);

// "21 actors, 38 ties from 35 of 55 rows, mutual ones counted each way (nonnegative ties, directed, unweighted)": the last line of a table.
std::string view_line(const View& view);

}  // namespace entente::cli
