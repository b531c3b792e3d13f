// Measures taken on some of the rows of a network: what explaining a score and comparing two networks are
// made of.
#pragma once

#include <span>
#include <string>
#include <vector>

#include "base/control.hpp"
#include "graph/graph.hpp"
#include "model/network.hpp"
#include "model/selection.hpp"

namespace entente {

// Whether the measure uses the ties of both signs whatever the sign filter is.
bool uses_both_signs(std::string_view measure);

class RowScorer {
public:
    // One list of values a measure, each parallel to actors(); nan where undefined or not there.
    using Values = std::vector<std::vector<double>>;

    // Direction and weighting are those of all rows of the selection, whatever part of them is scored later.
    // Copies what measures look at. Throws Error(Fault::usage) for an unknown measure and as select_rows
    // does.
    RowScorer(const Network& network, const TieSelection& selection, std::vector<std::string> measures);

    const std::vector<std::string>& measures() const { return measures_; }
    const std::vector<ActorId>& actors() const { return actors_; }  // whom the selection keeps by kind
    const std::vector<TieId>& rows() const { return rows_; }        // that some measure uses, in order
    const TieSelection& selection() const { return plain_; }        // without what chooses rows
    bool directed() const { return resolved_.directed; }
    bool weighted() const { return resolved_.weighted; }
    bool one_way(TieId row) const { return bare_.directed(row) == Directedness::directed; }

    // The rows that enter the graph of measures: those that the sign filter keeps.
    std::vector<TieId> graph_rows(std::span<const TieId> rows) const;

    // The graph of these rows. `present`: by actor, 0 where the actor is not there; empty: everyone is.
    Graph graph(std::span<const TieId> rows, std::span<const char> present = {}) const;

    // The measures on these rows alone.
    Values values(std::span<const TieId> rows, const Control& control,
                  std::span<const char> present = {}) const;

    // A network of these rows alone and all actors, without what measures do not look at.
    Network network_of(std::span<const TieId> rows) const;

private:
    std::vector<std::string> measures_;
    std::vector<std::string> plain_measures_, signed_measures_;
    TieSelection plain_;
    ResolvedSelection resolved_;
    std::vector<ActorId> actors_;
    std::vector<TieId> rows_;
    std::vector<char> in_graph_;  // by row of the network
    Network bare_;                // all rows, with explicit directions, and actors without names
};

}  // namespace entente
