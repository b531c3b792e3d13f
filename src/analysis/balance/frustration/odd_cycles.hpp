// The cycle inequalities of the frustration problem: around a cycle with an odd number of negative ties at
// least one tie is frustrated, and likewise when some of its ties are taken as frustrated (Barahona & Mahjoub
// 1986; exact models of balance: Aref, Mason & Wilson 2018, 2020).
#pragma once

#include "analysis/balance/frustration/branch_and_cut.hpp"
#include "analysis/balance/frustration/local_search.hpp"

namespace entente::balance {

// Works on one connected problem, to which it keeps references.
class OddCycles {
public:
    OddCycles(const FrustrationProblem& problem, const EdgeLists& lists);

    // Negative triangles, no tie in more than three of them.
    std::vector<Cut> triangles() const;

    // Cuts that x violates: cycles closed by one tie over a spanning tree of the most decided ties, and
    // shortest odd closed walks on the signed double cover.
    std::vector<Cut> separate(const Values& x, std::size_t most, Budget& budget);

    // The division that agrees with a spanning tree of the most decided ties, improved by local search.
    Sides round(const Values& x, std::uint64_t kicks, Random& random);

    // What round did since it was last asked, in the steps of a budget.
    std::uint64_t take_steps() { return search_.take_steps() + 12 * order_.size(); }

    // Whether the ties decided (0 satisfied, 1 frustrated) contradict each other around some cycle.
    bool contradictory(const std::vector<Case>& cases);

private:
    struct Step {
        std::uint32_t state, edge;  // where the walk came from, by which tie
    };
    void grow_tree(const Values& x);
    void fundamental_cuts(const Values& x, std::size_t most, std::vector<Cut>& cuts);
    bool shortest_walk(const Values& x, std::uint32_t source, std::size_t most_states);
    bool add_walk(const Values& x, std::uint32_t source, std::vector<Cut>& cuts);
    std::vector<std::uint32_t> sources(const Values& x) const;
    std::uint32_t root_of(std::uint32_t v);

    const FrustrationProblem& problem_;
    const EdgeLists& lists_;
    std::vector<std::uint32_t> order_, parent_, parent_edge_, depth_, set_;
    std::vector<std::uint8_t> in_tree_, set_side_;
    Sides side_;
    std::vector<double> distance_;  // of the states 2 v + parity
    std::vector<Step> step_;
    std::vector<std::uint32_t> reached_;
    std::uint64_t arcs_ = 0;     // that the walks searched looked at
    std::uint32_t meeting_ = 0;  // where the two halves of the walk found meet
    std::vector<std::pair<double, std::uint32_t>> heap_;
    LocalSearch search_;
};

}  // namespace entente::balance
