// Which vertices of a frustration problem hang together.
#pragma once

#include "analysis/balance/frustration/frustration_problem.hpp"

namespace entente::balance {

// The components that have edges or `cancelled` pairs, which hold together, too; in the order of their first vertices, each ascending.
std::vector<std::vector<std::uint32_t>> components(const SignedProblem& problem, std::span<const VertexPair> cancelled = {});

// The part of the problem within `vertices`, which it must not cut, renumbered in their order.
SignedProblem part_of(const SignedProblem& problem, const std::vector<std::uint32_t>& vertices);

}  // namespace entente::balance
