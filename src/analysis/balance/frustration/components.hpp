// Which vertices of a frustration problem are connected.
#pragma once

#include "analysis/balance/frustration/frustration_problem.hpp"

namespace entente::balance {

// The components that have edges or `canceled` pairs, which hold together, too; in the order of their first
// vertices, each ascending.
std::vector<std::vector<std::uint32_t>> components(const FrustrationProblem& problem,
                                                   std::span<const VertexPair> canceled = {});

// The part of the problem within `vertices`, which it must not cut, renumbered in their order.
FrustrationProblem part_of(const FrustrationProblem& problem, const std::vector<std::uint32_t>& vertices);

}  // namespace entente::balance
