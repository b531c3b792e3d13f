// The signed ties that a conflict rule makes of the pairs of a signed graph, and the frustration problem they
// pose in whole numbers.
#pragma once

#include "analysis/balance/frustration/frustration_problem.hpp"
#include "graph/signed_graph.hpp"
#include "model/findings/balance.hpp"

namespace entente::balance {

struct ResolvedTie {
    std::uint32_t pair = 0;
    bool negative = false;
    std::uint32_t rows = 0;  // how many of the pair's rows it stands for
    double strength = 1;     // what it costs when frustrated
};

struct ResolvedTies {
    std::vector<ResolvedTie> ties;
    FrustrationProblem problem;  // one edge a pair whose ties do not cancel each other
    std::vector<VertexPair>
        canceled;       // keep: pairs of as much for as against, which are connected but are ignored
    Cost constant = 0;  // what pairs with both signs cost however the actors are divided
    std::uint64_t undecided = 0;  // pairs without a tie
    double factor = 1024;         // costs of the problem = factor * strengths / 2^exponent
    int exponent = 0;
    double rounding = 0;  // how much strength the rounding to whole costs may have moved altogether; 0: exact

    double strength_of(double cost) const;
    double strength_of(Cost cost) const { return strength_of(static_cast<double>(cost)); }
    double total() const;  // strength of all ties
};

// net: one tie a pair, of the sign and size of positive - negative (unweighted: size 1); keep: a tie for the
// rows of each sign (unweighted: of size their number); drop: pairs of one sign only. Strengths that have at
// most nine decimals become whole numbers exactly; others are rounded to a grid of 2^-46 of their sum,
// and none to nothing.
ResolvedTies resolved_ties(const SignedGraph& graph, ConflictRule rule);

}  // namespace entente::balance
