// Leiden and Louvain: modularity raised by moving vertices between communities and by merging communities.
#pragma once

#include "analysis/community/membership.hpp"
#include "analysis/community/modularity.hpp"
#include "base/control.hpp"
#include "base/random.hpp"

namespace entente::community {

// One run of the Leiden algorithm (Traag, Waltman & van Eck 2019, randomness θ = 0.01 of the mean tie
// strength). Up to 1,000 vertices it is repeated from its own result until a pass changes nothing. Beyond,
// vertices are moved once more on the way back from the coarsest graph (Rotta & Noack 2011), and a pass
// follows only while one raises modularity by 0.0005, or the moves on the way back of the first did. Every
// community it returns is connected when no tie is hostile. O(m) a pass. Returns early, with what it has,
// once control is stopped; the caller checks.
Membership leiden(const ModularityGraph& graph, Random& random, const Control& control);

// One run of the Louvain algorithm (Blondel et al. 2008), repeated from its own result with single vertices
// free to move again, until a pass raises modularity by less than 1e-6 (multi-level refinement: Rotta & Noack
// 2011). Every move has to raise modularity by more than rounding could, so that it ends.
Membership louvain(const ModularityGraph& graph, Random& random, const Control& control);

// The same, starting from a division instead of from single vertices.
Membership louvain_from(const ModularityGraph& graph, Membership start, Random& random,
                        const Control& control);

}  // namespace entente::community
