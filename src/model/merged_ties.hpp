// The ties an analysis works on: parallel rows between a pair of actors merged into one, each still knowing
// its rows.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "model/ids.hpp"
#include "model/network.hpp"
#include "model/selection.hpp"

namespace entente {

struct MergedTie {
    ActorId source{}, target{};  // as the first of its rows has them; an undirected tie runs both ways
    double strength = 1;
};

struct MergedTies {
    std::vector<MergedTie> ties;
    std::vector<std::uint64_t> first_row;  // ties.size() + 1 offsets into rows
    std::vector<TieId> rows;

    std::size_t size() const { return ties.size(); }
    std::span<const TieId> rows_of(std::size_t tie) const {
        return std::span(rows).subspan(first_row[tie], first_row[tie + 1] - first_row[tie]);
    }
};

// How many rows stand behind the ties: each once, though an undirected row makes two arcs.
std::uint64_t row_count(const MergedTies& merged);

// The strength of the tie that the rows become, of which there must be one. Not weighted by anything but the
// rule.
double merged_strength(const Network& network, MergeRule rule, std::span<const TieId> rows);

}  // namespace entente
