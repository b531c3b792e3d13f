// Where a random walk with jumps spends its time.
#pragma once

#include <vector>

#include "base/control.hpp"
#include "graph/graph.hpp"

namespace entente {

struct WalkShares {
    std::vector<double> share;  // of each vertex; they sum to 1
    double change = 0;          // the largest relative change that the last step made
};

// The stationary shares of a walk that follows leaving ties by strength with probability 0.85 and else jumps
// to any vertex; from a vertex without leaving ties it jumps always (Brin & Page 1998). Throws
// Error(Fault::interrupted).
WalkShares random_walk_shares(const Graph& graph, const Control& control);

}  // namespace entente
