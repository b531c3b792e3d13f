// The two steps that Leiden and Louvain repeat on each graph.
#pragma once

#include "analysis/community/membership.hpp"
#include "analysis/community/modularity.hpp"
#include "base/control.hpp"
#include "base/random.hpp"

namespace entente::community {

// Moves single vertices to the community that raises modularity most, beginning in random order and coming
// back to those whose neighbors moved, until no single move helps. Returns how much modularity rose by it;
// early once control is stopped.
double move_vertices(const ModularityGraph& graph, Membership& membership, Random& random,
                     const Control& control);

// Splits each community into parts grown from single vertices, merging a vertex only into a part of its
// community to which both are well connected, at random in favor of the better ones (Traag, Waltman & van Eck
// 2019, algorithm A.2). Parts are numbered in order of appearance. Leaves the rest as it is once control is
// stopped.
Membership refine(const ModularityGraph& graph, const Membership& membership, Random& random,
                  const Control& control);

}  // namespace entente::community
