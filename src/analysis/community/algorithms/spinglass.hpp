// Communities by simulated annealing.
#pragma once

#include "analysis/community/membership.hpp"
#include "analysis/community/modularity.hpp"
#include "base/control.hpp"
#include "base/random.hpp"
#include "graph/components.hpp"

namespace entente::community {

// Modularity raised by annealing a Potts model (Reichardt & Bornholdt 2006; with hostile ties Traag &
// Bruggeman 2009): each vertex has one of up to 25 spins, drawn anew from the heat bath of its ties while the
// temperature falls from 1 to 0.01 mean tie strengths; then single vertices and whole communities are moved
// as long as it helps. Spins are kept apart by component, so that the network need not be connected. About
// 700 rounds of O(m + 25 n). Returns early once control is stopped.
Membership spinglass(const ModularityGraph& graph, const Components& components, Random& random,
                     const Control& control);

}  // namespace entente::community
