// The division of highest modularity, proven.
#pragma once

#include "analysis/community/task.hpp"

namespace entente::community {

// The clique partitioning program (Grötschel & Wakabayashi 1989; Brandes et al. 2008): one variable for each
// pair of connected actors, 1 when they share a community; triangle inequalities make it a division.
// They are added to the linear program only as they are violated, and only those that can bind (Miyauchi &
// Miyamoto 2013); branch and bound closes what is left, beginning with Leiden's best division. Components are
// solved one by one: no division that joins two of them is better. Throws Error(Fault::usage) for a component
// of more than limits.optimal_communities actors in one component, and when 10,000 linear programs did not
// close it.
RunResult run_optimal(const Task& task, std::uint64_t run);

}  // namespace entente::community
