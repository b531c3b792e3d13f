// The algorithms that igraph has and that we do not improve on. Runs take turns: igraph is not thread-safe.
#pragma once

#include "analysis/community/task.hpp"

namespace entente::community {

// Walktrap (Pons & Latapy 2005): random walks of four steps meet more often within communities; the tree is
// cut at most modularity.
RunResult run_walktrap(const Task& task, std::uint64_t run);

// Greedy merging (Clauset, Newman & Moore 2004), cut at most modularity.
RunResult run_fast_greedy(const Task& task, std::uint64_t run);

// Removing the tie of highest betweenness again and again (Girvan & Newman 2002; cost 1/strength when
// weighted), cut at most modularity.
RunResult run_edge_betweenness(const Task& task, std::uint64_t run);

}  // namespace entente::community
