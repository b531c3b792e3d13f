// The ties an analysis works on: parallel rows between a pair of actors merged into one, each still knowing its rows.
#pragma once

#include "model/ids.hpp"

#include <cstdint>
#include <span>
#include <vector>

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
    std::span<const TieId> rows_of(std::size_t tie) const { return std::span(rows).subspan(first_row[tie], first_row[tie + 1] - first_row[tie]); }
};

}  // namespace entente
