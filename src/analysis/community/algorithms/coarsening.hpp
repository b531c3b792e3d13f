// A coarser graph whose vertices are the communities of a finer one.
#pragma once

#include "analysis/community/membership.hpp"
#include "analysis/community/modularity.hpp"

namespace entente::community {

// `membership` numbers the communities 0, 1, … without gaps. A division of the coarser graph has the same
// modularity as the division of the finer graph that it stands for. O(m).
ModularityGraph coarsened(const ModularityGraph& graph, const Membership& membership);

}  // namespace entente::community
