// Where to cut a tree of merges.
#pragma once

#include <span>
#include <utility>

#include "analysis/community/membership.hpp"
#include "analysis/community/modularity.hpp"

namespace entente::community {

// The i-th merge joins two clusters into cluster n + i; clusters 0 … n − 1 are the vertices.
using Merge = std::pair<std::uint32_t, std::uint32_t>;

// The division of highest modularity among those after 0, 1, … merges; of equal ones the first. O(m log n).
Membership best_cut(const ModularityGraph& graph, std::span<const Merge> merges);

}  // namespace entente::community
