// Communities by the leading eigenvector of the modularity matrix.
#pragma once

#include "analysis/community/membership.hpp"
#include "analysis/community/modularity.hpp"
#include "base/control.hpp"

namespace entente::community {

// Splits each community, the components to begin with, by the signs of the leading eigenvector of its
// modularity matrix, as long as that raises modularity (Newman 2006). The vector is found by restarted
// Lanczos iteration with full orthogonalisation; where two eigenvalues are too close to be distinguished, any
// vector between them is used, and the split still has to raise modularity. Of a graph without hostile ties;
// O(m + 60 n) a Lanczos step.
Membership leading_eigenvector(const ModularityGraph& graph, const Membership& components,
                               const Control& control);

}  // namespace entente::community
