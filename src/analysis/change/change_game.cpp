#include "analysis/change/change_game.hpp"

#include <algorithm>
#include <limits>
#include <map>
#include <tuple>

#include "model/merged_ties.hpp"

namespace entente {

namespace {

constexpr std::uint32_t no_pair = std::numeric_limits<std::uint32_t>::max();

ResolvedSelection resolved(const GameSide& side) {
    return resolve(side.network, side.selection, select_rows(side.network, side.selection));
}

// The rows of both sides with all that measures look at, directions said in each.
Network rows_of_both(std::size_t actors, const GameSide& before, const GameSide& after) {
    Network both;
    for (std::size_t i = 0; i < actors; ++i) both.actors.id.push_back("");
    const bool is_directed = resolved(before).directed || resolved(after).directed;
    const bool any_strength = before.network.has_weights() || after.network.has_weights();
    const bool any_sign = before.network.has_signs() || after.network.has_signs();
    for (const GameSide* side : {&before, &after}) {
        const TieDirections directions(side->network, side->selection.direction, is_directed);
        for (const TieId row : side->rows) {
            both.ties.source.push_back(side->actor[index(side->network.ties.source[index(row)])]);
            both.ties.target.push_back(side->actor[index(side->network.ties.target[index(row)])]);
            if (any_sign) both.ties.sign.push_back(side->network.sign(row));
            if (any_strength) both.ties.strength.push_back(side->network.strength(row));
            both.ties.directed.push_back(directions.one_way(side->network, row) ? Directedness::directed
                                                                                : Directedness::undirected);
        }
    }
    return both;
}

TieSelection selection_of_both(const GameSide& before, const GameSide& after) {
    TieSelection selection;
    selection.signs = before.selection.signs;
    selection.merge = before.selection.merge;
    selection.largest_component = before.selection.largest_component;
    const ResolvedSelection a = resolved(before), b = resolved(after);
    const bool reversed = before.selection.direction == Direction::reversed;
    selection.direction = !(a.directed || b.directed) ? Direction::undirected
                          : reversed                  ? Direction::reversed
                                                      : Direction::directed;
    selection.weighting = a.weighted || b.weighted ? Weighting::weighted : Weighting::unweighted;
    return selection;
}

// What a measure sees of a row: its way among the two actors, its sign and strength.
using Seen = std::tuple<int, Sign, double>;

Seen seen(const Network& rows, std::size_t row, bool weighted) {
    const bool arc = rows.ties.directed[row] == Directedness::directed;
    const int way = !arc ? 0 : rows.ties.source[row] < rows.ties.target[row] ? 1 : 2;
    const auto id = static_cast<TieId>(row);
    return {way, rows.sign(id), weighted ? rows.strength(id) : 1};
}

}  // namespace

ChangeGame::ChangeGame(std::size_t actors, const GameSide& before, const GameSide& after,
                       std::vector<std::string> measures)
    : old_present_(before.present),
      new_present_(after.present),
      rows_(rows_of_both(actors, before, after)),
      old_rows_(before.rows.size()),
      scorer_(rows_, selection_of_both(before, after), std::move(measures)) {
    struct Sides {
        std::vector<Seen> before, after;
        std::size_t first;
    };
    std::map<std::pair<ActorId, ActorId>, Sides> by_pair;
    const auto key = [&](std::size_t row) {
        return std::pair(std::min(rows_.ties.source[row], rows_.ties.target[row]),
                         std::max(rows_.ties.source[row], rows_.ties.target[row]));
    };
    for (std::size_t row = 0; row < rows_.tie_count(); ++row) {
        Sides& sides = by_pair.try_emplace(key(row), Sides{{}, {}, row}).first->second;
        (row < old_rows_ ? sides.before : sides.after).push_back(seen(rows_, row, scorer_.weighted()));
    }
    std::vector<std::pair<std::size_t, std::pair<ActorId, ActorId>>> changed;
    for (auto& [pair, sides] : by_pair) {
        std::ranges::sort(sides.before);
        std::ranges::sort(sides.after);
        if (sides.before != sides.after) changed.emplace_back(sides.first, pair);
    }
    std::ranges::sort(changed);
    std::map<std::pair<ActorId, ActorId>, std::uint32_t> place;
    for (const auto& [first, pair] : changed) {
        place[pair] = static_cast<std::uint32_t>(pairs_.size());
        pairs_.push_back({pair.first, pair.second});
    }
    for (std::size_t row = 0; row < rows_.tie_count(); ++row) {
        const auto at = place.find(key(row));
        pair_of_row_.push_back(at == place.end() ? no_pair : at->second);
    }
}

ChangeGame::State ChangeGame::old_state() const {
    return {std::vector<char>(pairs_.size(), 0), old_present_};
}
ChangeGame::State ChangeGame::new_state() const {
    return {std::vector<char>(pairs_.size(), 1), new_present_};
}

std::vector<char> ChangeGame::present_in(const State& state) const {
    std::vector<char> present(state.actor.size());
    for (std::size_t i = 0; i < present.size(); ++i) {
        const bool settled = old_present_[i] == new_present_[i];
        present[i] = settled ? old_present_[i] : state.actor[i];
    }
    return present;
}

std::vector<TieId> ChangeGame::rows_of(const State& state, std::optional<std::size_t> only_pair) const {
    const std::vector<char> present = present_in(state);
    std::vector<TieId> rows;
    for (std::size_t row = 0; row < rows_.tie_count(); ++row) {
        const std::uint32_t pair = pair_of_row_[row];
        if (only_pair && pair != *only_pair) continue;
        const bool of_old = row < old_rows_;
        if (of_old == (pair != no_pair && state.pair[pair] != 0)) continue;
        if (present[index(rows_.ties.source[row])] == 0 || present[index(rows_.ties.target[row])] == 0)
            continue;
        rows.push_back(static_cast<TieId>(row));
    }
    return rows;
}

RowScorer::Values ChangeGame::values(const State& state, const Control& control) const {
    return scorer_.values(rows_of(state, std::nullopt), control, present_in(state));
}

RowScorer::Values ChangeGame::values_of_pair(std::size_t pair, const State& state,
                                             const Control& control) const {
    return scorer_.values(rows_of(state, pair), control, present_in(state));
}

Graph ChangeGame::either() const {
    std::vector<TieId> all;
    for (std::size_t row = 0; row < rows_.tie_count(); ++row) all.push_back(static_cast<TieId>(row));
    return scorer_.graph(all);
}

}  // namespace entente
