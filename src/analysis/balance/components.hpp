// Which vertices of a frustration problem hang together.
#pragma once

#include "analysis/balance/signed_problem.hpp"

namespace entente::balance {

// The components that have edges, in the order of their first vertices, each ascending.
std::vector<std::vector<std::uint32_t>> components(const SignedProblem& problem);

// The part of the problem within `vertices`, which it must not cut, renumbered in their order.
SignedProblem part_of(const SignedProblem& problem, const std::vector<std::uint32_t>& vertices);

}  // namespace entente::balance
