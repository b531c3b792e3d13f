// Which row of the ties of one network is which of another.
#pragma once

#include <optional>
#include <span>
#include <vector>

#include "model/findings/difference.hpp"
#include "model/network.hpp"

namespace entente {

// The rows of one side, with their actors as both sides number them.
struct SideRows {
    const Network& network;
    std::span<const TieId> rows;
    std::span<const ActorId> actor;  // of an actor of the network: the common one
};

struct RowMatch {
    std::optional<TieId> old_row, new_row;
};

// Every row of either side once. `same_file`: both are the same network, and a row is itself. Else by the
// column "id" of the ties where both have one (and the pair is the same); else rows of the same pair,
// relation and sign, the nearest starts first; what is left over of a pair first by relation and sign
// whichever way, then by relation, then by sign, then as it comes.
enum class SameFile { no, yes };
std::vector<RowMatch> match_rows(const SideRows& before, const SideRows& after, SameFile same_file);

// How the row changed, nothing where both say the same: the first of sign, relation, direction, weight,
// dates, confidence, citation, note or further column that differs.
std::optional<ChangeKind> change_of(const SideRows& before, const SideRows& after, const RowMatch& match);

}  // namespace entente
