// Rows by the pair of actors that they tie, whichever way: all rows of a pair are taken and left together.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "model/network.hpp"

namespace entente {

struct TiedPair {
    ActorId source{}, target{};  // as its first row has them
    std::vector<TieId> rows;     // in order
};

// The pairs in the order of their first rows. O(rows log rows).
std::vector<TiedPair> tied_pairs(const Network& network, std::span<const TieId> rows);

// `rows` without those of `left_out`; both ascend.
std::vector<TieId> rows_without(std::span<const TieId> rows, std::span<const TieId> left_out);

}  // namespace entente
