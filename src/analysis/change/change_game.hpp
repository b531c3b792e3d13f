// Two networks as one, in which any of the changes between them can be made or taken back.
#pragma once

#include <span>
#include <string>
#include <vector>

#include "analysis/change/row_scorer.hpp"
#include "base/control.hpp"
#include "model/findings/difference.hpp"
#include "model/network.hpp"
#include "model/selection.hpp"

namespace entente {

// One side: its rows in the selection whatever their sign, and how its actors are numbered in common.
struct GameSide {
    const Network& network;
    const TieSelection& selection;
    std::vector<TieId> rows;
    std::vector<ActorId> actor;   // of an actor of the network: the common one
    std::vector<char> present{};  // by common actor
};

class ChangeGame {
public:
    // `actors` in common. Direction and weights count when they do on either side.
    ChangeGame(std::size_t actors, const GameSide& before, const GameSide& after,
               std::vector<std::string> measures);

    // A pair of actors whose ties a measure distinguishes on both sides.
    struct Pair {
        ActorId low{}, high{};
    };
    const std::vector<Pair>& changed_pairs() const { return pairs_; }  // in the order of their first rows
    const RowScorer& scorer() const { return scorer_; }
    std::size_t actor_count() const { return old_present_.size(); }
    bool comes(ActorId actor) const { return !old_present_[index(actor)] && new_present_[index(actor)]; }
    bool goes(ActorId actor) const { return old_present_[index(actor)] && !new_present_[index(actor)]; }

    // Which pairs are as they are in the new network, and which actors.
    struct State {
        std::vector<char> pair;   // by place in changed_pairs()
        std::vector<char> actor;  // by actor; only those who come or go matter
    };
    State old_state() const;
    State new_state() const;

    // The measures in that state. A tie is there when both its actors are.
    RowScorer::Values values(const State& state, const Control& control) const;

    // The measures with the ties of one pair alone, for measures that add up pair by pair.
    RowScorer::Values values_of_pair(std::size_t pair, const State& state, const Control& control) const;

    // Rows that measures of the sign filter use in either network: who is connected to whom in either.
    Graph either() const;

private:
    std::vector<TieId> rows_of(const State& state, std::optional<std::size_t> only_pair) const;
    std::vector<char> present_in(const State& state) const;

    std::vector<char> old_present_, new_present_;
    Network rows_;  // of both sides, the old ones first
    std::size_t old_rows_ = 0;
    std::vector<std::uint32_t> pair_of_row_;  // place in pairs_, or no_pair
    std::vector<Pair> pairs_;
    RowScorer scorer_;
};

}  // namespace entente
