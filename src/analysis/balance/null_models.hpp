// Whether a network is more balanced than chance: its triangles and its frustration against networks whose
// signs are random.
#pragma once

#include <cstdint>
#include <vector>

#include "analysis/balance/frustration/frustration_problem.hpp"
#include "base/control.hpp"
#include "model/findings/balance.hpp"

namespace entente::balance {

struct NullOptions {
    unsigned draws = 1000;
    std::uint64_t seed = 1;
};

// Two null models:
//  * signs shuffled: the network stays, its signs are dealt out anew (Leskovec, Huttenlocher & Kleinberg
//  2010);
//  * signs rewired: ties exchange ends so that every actor keeps its positive and its negative degree and no
//  pair has two ties (SignRewiring), ten times a tie or as often as chain_trials() allows.
// Each draw starts from the data with a random stream of its own. Large networks get fewer draws, the
// frustration index again fewer; how many is in the result. z is (observed - mean) / standard deviation over
// the draws; p is one-sided, towards balance. Where no exchange is possible neither is defined, and the
// remark says why.
std::vector<BalanceNull> balance_nulls(const FrustrationProblem& problem, const NullOptions& options,
                                       const Control& control);

// One draw of either model.
FrustrationProblem shuffled_signs(const FrustrationProblem& problem, std::uint64_t seed,
                                  std::uint64_t stream);
struct RewiredSigns {
    FrustrationProblem problem;
    std::uint64_t accepted = 0;  // exchanges
};
RewiredSigns rewired_signs(const FrustrationProblem& problem, std::uint64_t trials, std::uint64_t seed,
                           std::uint64_t stream);

// The trials that each draw makes (chain_trials()).
std::uint64_t rewiring_trials(const FrustrationProblem& problem, std::uint64_t seed);

}  // namespace entente::balance
