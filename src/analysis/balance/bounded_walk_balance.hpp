// The balance of closed walks of every length in networks too large for all of their eigenvalues.
#pragma once

#include <cstdint>
#include <string>

#include "analysis/balance/frustration/frustration_problem.hpp"
#include "base/control.hpp"

namespace entente::balance {

struct WalkBalance {
    double value = 0, error = 0;  // off by at most so much, rounding included
};

// walk_balance() of many actors, from the diagonals of both exponentials within bounds
// (exponential_diagonal): every actor's entries are taken, so that the error is a bound, not a chance.
// Undefined, with the error, where the bounds stay further apart than 1e-6 of the value. O(k m) an actor, k
// some 15. The same digits for any number of threads. Throws Error(Fault::interrupted).
WalkBalance bounded_walk_balance(const FrustrationProblem& problem, const Control& control);

// Why there are too many actors or ties for that, or "": `actors`, those without signed ties included, above
// `most_actors`, or actors × arcs above limits.walk_balance_visits.
std::string too_many_walks(const FrustrationProblem& problem, std::uint64_t actors,
                           std::uint64_t most_actors);

}  // namespace entente::balance
