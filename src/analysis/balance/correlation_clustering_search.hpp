// Good partitions into blocs fast: iterated local search over single moves.
#pragma once

#include "analysis/balance/frustration/frustration_problem.hpp"
#include "base/random.hpp"

namespace entente::balance {

class CorrelationClusteringSearch {
public:
    // Keeps references: problem and lists must outlive it.
    CorrelationClusteringSearch(const FrustrationProblem& problem, const EdgeLists& lists);

    // Improves the partition (numbers below `vertices`) by moves and `kicks` kicks, each undone unless the
    // result is as good; returns its cost.
    Cost improve(std::vector<std::uint32_t>& bloc, Random& random, std::uint64_t kicks);

private:
    struct Move {
        std::uint32_t vertex, from;
    };
    void move(std::uint32_t v, std::uint32_t to);
    bool move_to_best(std::uint32_t v);
    void weigh(std::uint32_t v);
    void descend();
    void kick(Random& random);

    const FrustrationProblem& problem_;
    const EdgeLists& lists_;
    std::vector<std::uint32_t> bloc_, size_, free_, touched_, work_;
    std::vector<std::uint8_t> queued_;
    std::vector<Cost> towards_;  // bloc -> signed strength of the vertex weighed
    std::vector<Move> journal_;
    Cost cost_ = 0;
};

}  // namespace entente::balance
