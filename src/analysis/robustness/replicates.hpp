// Networks that differ from the data as the data may be wrong, and a measure taken on them.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "analysis/robustness/free_pairs.hpp"
#include "analysis/robustness/robustness.hpp"
#include "base/random.hpp"
#include "graph/graph.hpp"
#include "model/merged_ties.hpp"

namespace entente {

// A source and the rows that go with it: places in the list of rows.
struct SourceRows {
    std::string source;
    std::vector<std::size_t> rows;   // that name it
    std::vector<std::size_t> alone;  // of these, the ones that no other source backs
};

// The network under study and everything that does not change from one replicate to the next.
class Resampler {
public:
    // Keeps references to network, selection and options. Throws Error(Fault::usage).
    Resampler(const Network& network, const TieSelection& selection, const RobustnessOptions& options);

    const std::vector<ActorId>& actors() const { return actors_; }
    const std::vector<TieId>& rows() const { return rows_; }
    const std::vector<SourceRows>& sources() const { return sources_; }  // in the order of their first rows

    // The measure's values of actors(), nan for those who are not in the network.
    std::vector<double> values_of(const std::vector<TieId>& rows) const;
    std::vector<double> values_without(const std::vector<std::size_t>& left_out) const;  // places in rows()

    // Replicate number r, as options.by asks for; `stream` keeps its random numbers apart from all others.
    std::vector<double> replicate(std::size_t r, std::uint64_t stream) const;
    std::size_t replicate_count() const;

    // How many rows or merged ties (what the options change) cannot be given other ends, or no second one,
    // because too few pairs are free; 0 but of by_random with add and rewire.
    std::size_t unplaced() const;

    // The number of rows or merged ties of which one is changed although the share comes to less than half of
    // one; nothing where the share comes to more, or the replicates are not of by_random.
    std::optional<std::size_t> one_changed_of() const;

    // With `share` of the rows removed at random; whether that is any row.
    std::vector<double> thinned(double share, std::uint64_t stream) const;
    bool thins(double share) const;

private:
    std::vector<double> values_of_graph(const Network& network, const TieSelection& selection,
                                        const Graph& graph) const;
    std::vector<double> values_of_rows(const Network& chosen) const;
    FreePairs free_pairs() const;
    std::size_t changeable() const;  // rows or merged ties, of by_random
    Ways ways_of(TieId row) const;
    std::vector<double> with_added_or_rewired(Random& random) const;
    std::vector<double> with_added_or_rewired_rows(Random& random) const;

    const Network& network_;
    const TieSelection& selection_;
    const RobustnessOptions& options_;
    std::vector<ActorId> actors_;
    std::vector<TieId> rows_;
    std::vector<std::size_t> tie_order_;  // which row each replicate of by_tie leaves out
    std::vector<SourceRows> sources_;
    ResolvedSelection resolved_;
    TieDirections directions_;
    bool needs_signs_ = false;  // the measure goes back to the network's rows
    ActorTable bare_actors_;    // for such a measure: what each replicate has of the actors, without their
                                // names and attributes
};

}  // namespace entente
