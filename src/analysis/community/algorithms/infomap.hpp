// Infomap: the division that describes a random walk in the fewest bits.
#pragma once

#include "analysis/community/algorithms/map_equation.hpp"
#include "base/random.hpp"

namespace entente::community {

// One run (Rosvall & Bergstrom 2008): nodes move to the neighboring community that shortens the description
// most, in random order, communities become nodes and move on; then single nodes and parts of communities are
// moved again from the result and, up to 2,000 nodes, a random third of the communities or of the nodes is
// set apart to find new places, until nothing of this saves 1e-10 bits; beyond, until a pass saves less than
// 1e-4 bits, which is where igraph's descriptions end. O(m) a pass. Communities 0, 1, … in order of
// appearance. Returns early, with what it has, once control is stopped.
Membership infomap(const FlowGraph& graph, Random& random, const Control& control);

}  // namespace entente::community
