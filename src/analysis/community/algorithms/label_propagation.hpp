// Communities by label propagation.
#pragma once

#include "analysis/community/membership.hpp"
#include "base/control.hpp"
#include "base/random.hpp"
#include "graph/graph.hpp"

namespace entente::community {

// Round by round and in random order, every vertex takes the label that most strength among its neighbors
// has, equal ones at random, until none wants another after a round (Raghavan, Albert & Kumara 2007). From
// the hundredth round on a vertex keeps its own label where that is one of the equal ones: each change then
// raises the strength within labels, so it ends. Labels that are not connected are split at the end, as the
// authors do. Of an undirected graph; O(m) a round. Returns early once control is stopped.
Membership label_propagation(const Graph& graph, Random& random, const Control& control);

}  // namespace entente::community
