// What a slice of time holds.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <vector>

#include "base/control.hpp"
#include "graph/graph.hpp"
#include "model/findings/timeline.hpp"
#include "model/network.hpp"
#include "model/selection.hpp"

namespace entente {

enum class Population { active, all };

// The rows that take part at some time, and whom a slice is over. Keeps no reference to the network.
class TimeData {
public:
    // `selection` without its window; with `drop_undated` rows without any date take no part.
    enum class Undated { keep, drop };
    TimeData(const Network& network, const TieSelection& selection, Population population, Undated undated);

    // One direction for all slices, so that one can be compared with the next: that of the rows that may hold
    // in some of the windows, of the selection's signs and of both.
    void settle_directions(const std::vector<DayInterval>& windows);

    Direction direction() const { return selection_.direction; }  // of the selection's signs

    bool has_signs() const;                        // whether a row has one
    const Network& rows() const { return rows_; }  // of both signs, and all actors
    const std::vector<ActorId>& actors() const { return actors_; }
    std::uint64_t undated() const { return undated_; }
    TieId original(TieId row) const { return original_[index(row)]; }  // of the network it was made of

    // Whether the row is an arc of the analysis, from its source to its target or reversed, and no tie both
    // ways.
    bool one_way(TieId row) const { return one_way_[index(row)] != 0; }

    // The rows of the selection as the network that the data were made of numbers them; ascending.
    std::vector<TieId> originals(const TieSelection& selection) const;

    // The same with the dates of the rows that have one exchanged at random.
    TimeData shuffled(std::uint64_t seed, std::uint64_t stream) const;

    // The ties of a slice as `--from`, `--to` choose them.
    TieSelection selection(const DayInterval& window, Holding holding) const;
    TieSelection both_signs(const DayInterval& window, Holding holding) const;

    // By actor: whether it has a tie that may hold then, of any sign, or dates of its own that cover it.
    std::vector<char> active(const DayInterval& window) const;

    // The graph of a selection over those whom the slice counts.
    Graph graph(const TieSelection& selection, const std::vector<char>& active) const;

private:
    TimeData() = default;

    Network rows_;
    std::vector<TieId> original_;  // by row
    std::vector<char> one_way_;    // by row
    TieSelection selection_;
    Direction direction_of_both_signs_ = Direction::automatic;
    Population population_ = Population::active;
    std::vector<ActorId> actors_;
    std::vector<std::optional<Period>> own_dates_;  // by actor
    std::uint64_t undated_ = 0;
};

// The counts of a slice and its figures but modularity, frustration and turnover.
Slice counted_slice(const TimeData& data, const DayInterval& window, const Control& control);

// The columns of the measures over the graph of a selection, in the order of `names`; nan where one does not
// apply.
std::vector<std::vector<double>> slice_values(const TimeData& data, const TieSelection& selection,
                                              const Graph& graph, const std::vector<std::string>& names,
                                              const Control& control);

// Who leads by the values of the actors: of the highest the one who led before, so that nobody takes over
// from who is still level, else the first of them. Nobody where no actor has a value.
std::optional<ActorId> leader_of(std::span<const ActorId> actors, std::span<const double> values,
                                 std::optional<ActorId> before);

}  // namespace entente
