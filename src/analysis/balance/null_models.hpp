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
//  * signs rewired: positive and negative ties each trade ends 10 times as often as there are ties, so that
//  every actor keeps his positive
//    and his negative degree and no pair has two ties (Maslov & Sneppen 2002, by sign).
// Each draw starts from the data with a random stream of its own. Large networks get fewer draws, the
// frustration index again fewer; how many is in the result. z is (observed - mean) / standard deviation over
// the draws; p is one-sided, towards balance.
std::vector<BalanceNull> balance_nulls(const FrustrationProblem& problem, const NullOptions& options,
                                       const Control& control);

// One draw of either model.
FrustrationProblem shuffled_signs(const FrustrationProblem& problem, std::uint64_t seed,
                                  std::uint64_t stream);
FrustrationProblem rewired_signs(const FrustrationProblem& problem, std::uint64_t seed, std::uint64_t stream);

}  // namespace entente::balance
