// Good divisions fast: descent by single moves, then iterated local search with small connected kicks
// (Lourenço, Martin & Stützle 2003). Gives upper bounds only.
#pragma once

#include <utility>

#include "analysis/balance/frustration/frustration_problem.hpp"
#include "base/random.hpp"

namespace entente::balance {

class LocalSearch {
public:
    // Keeps references: problem and lists must outlive it.
    LocalSearch(const FrustrationProblem& problem, const EdgeLists& lists)
        : problem_(problem), lists_(lists), gain_(problem.vertices, 0) {}

    // Improves `side` by descent and `kicks` kicks, each undone unless the result is as good; returns its
    // cost.
    Cost improve(Sides& side, Random& random, std::uint64_t kicks);

    // What was done since it was last asked, in the steps of a budget.
    std::uint64_t take_steps() { return std::exchange(steps_, 0); }

private:
    void start(const Sides& side);
    void flip(std::uint32_t v);
    void descend();  // from the vertices in work_
    void kick(Random& random);

    const FrustrationProblem& problem_;
    const EdgeLists& lists_;
    std::vector<Cost> gain_;  // what moving the vertex alone would save
    Sides side_;
    Cost cost_ = 0;
    std::uint64_t steps_ = 0;
    std::vector<std::uint32_t> journal_, work_, cluster_;
};

}  // namespace entente::balance
