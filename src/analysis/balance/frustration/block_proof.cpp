#include "analysis/balance/frustration/block_proof.hpp"

#include <algorithm>
#include <limits>

#include "analysis/balance/frustration/local_search.hpp"
#include "analysis/balance/frustration/low_rank/low_rank_bound.hpp"
#include "analysis/balance/frustration/odd_cycles.hpp"
#include "analysis/balance/frustration/semidefinite/semidefinite_search.hpp"

namespace entente::balance {

namespace {

// Whether semidefinite bounds are tried before the cycles' proof goes on: of dense blocks, and where cycles
// leave much open and one bound costs little of the budget.
bool promises_more_than_cycles(const FrustrationProblem& block, Cost upper, Cost lower,
                               const Budget& budget) {
    const std::uint64_t n = block.vertices, steps = 400 * n * n * n;
    if (block.edges.size() >= 5 * n) return true;
    const bool much_open = 25 * (upper - lower) > upper;
    return much_open && (budget.most_steps == UINT64_MAX || 4 * steps < budget.most_steps - budget.steps);
}

// Of the division to begin with the part that a block has.
Sides within(const Block& block, const Sides& whole) {
    if (whole.empty()) return {};
    Sides part;
    for (const std::uint32_t v : block.vertex_of) part.push_back(whole[v]);
    return part;
}

class BlockProof {
public:
    BlockProof(const Block& block, const Residue& residue, const FrustrationOptions& options, Budget& budget)
        : problem_(block.problem),
          known_(within(block, options.start)),
          lists_(edge_lists(problem_)),
          residue_(residue),
          options_(options),
          budget_(budget),
          random_(options.seed, problem_.edges.size()),
          search_(problem_, lists_) {}

    Division run() {
        search();
        if (best_.proven) return std::move(best_);
        OddCycles cycles(problem_, lists_);
        CutProblem cut = over(cycles);
        if (takes_semidefinite_bounds(problem_)) {
            cut.prove_otherwise = [&](Cost lower) { return semidefinite_proof(lower); };
        } else {
            cut.bound_besides = [&](Cost& upper) { return low_rank(upper); };
        }
        const Proof proof = branch_and_cut(cut, budget_);
        best_.lower = proof.lower;
        best_.proven = proof.proven;
        return std::move(best_);
    }

private:
    void search() {
        constexpr unsigned starts_besides = 2;  // where a division is known
        const std::uint64_t vertices = problem_.vertices;
        const bool small = vertices < 2000;
        best_ = searched({.problem = problem_,
                          .lists = lists_,
                          .starts = !known_.empty() ? starts_besides : (small ? 20 : 6),
                          .kicks = small ? std::min<std::uint64_t>(2000, 30 * vertices) : 5 * vertices,
                          .known = known_},
                         random_, budget_);
    }

    // The program over cycles; keeps a reference.
    CutProblem over(OddCycles& cycles) {
        CutProblem cut;
        for (const SignedEdge& e : problem_.edges) cut.costs.push_back(e.cost());
        cut.upper = best_.upper;
        cut.divisor = residue_.divisor;
        cut.remainder = residue_.remainder;
        cut.slack = options_.slack;
        cut.first_cuts = cycles.triangles();
        cut.separate = [&](const Values& x, bool at_root) {
            return cycles.separate(x, at_root ? 5000 : 200, budget_);
        };
        cut.round = [&](const Values& x, Cost& upper) {
            Sides side = cycles.round(x, problem_.vertices < 300 ? 100 : 20, random_);
            budget_.spend(cycles.take_steps());
            const Cost cost = cost_of(problem_, side);
            if (cost >= upper) return;
            upper = best_.upper = cost;
            best_.side = std::move(side);
        };
        cut.contradictory = [&](const std::vector<Case>& cases) { return cycles.contradictory(cases); };
        return cut;
    }

    Cost improve(Sides side, std::uint64_t kicks, Random& random) {
        const Cost cost = search_.improve(side, random, kicks);
        budget_.spend(search_.take_steps());
        if (cost < best_.upper) {
            best_.upper = cost;
            best_.side = std::move(side);
        }
        return best_.upper;
    }

    std::optional<Proof> semidefinite_proof(Cost lower) {
        if (!promises_more_than_cycles(problem_, best_.upper, lower, budget_)) return std::nullopt;
        return semidefinite_search(
            {.problem = problem_,
             .upper = best_.upper,
             .lower = lower,
             .divisor = residue_.divisor,
             .remainder = residue_.remainder,
             .slack = options_.slack,
             .improve = [&](Sides side) { return improve(std::move(side), problem_.vertices, random_); }},
            budget_);
    }

    Cost low_rank(Cost& upper) {
        constexpr unsigned cuts_suggested = 20;
        Random random(options_.seed, ~problem_.edges.size());  // what follows goes on as without this
        const auto suggest = [&](Sides side) {
            upper = improve(std::move(side), 2 * problem_.vertices, random);
        };
        return low_rank_bound(
            {.problem = problem_, .lists = lists_, .cuts = cuts_suggested, .suggest = suggest}, random,
            budget_);
    }

    const FrustrationProblem& problem_;
    Sides known_;
    EdgeLists lists_;
    Residue residue_;
    const FrustrationOptions& options_;
    Budget& budget_;
    Random random_;
    LocalSearch search_;
    Division best_;
};

}  // namespace

Division searched(const LocalSearches& searches, Random& random, Budget& budget) {
    LocalSearch search(searches.problem, searches.lists);
    Division best;
    best.upper = std::numeric_limits<Cost>::max();
    const auto take = [&](Sides side, std::uint64_t with_kicks) {
        const Cost cost = search.improve(side, random, with_kicks);
        budget.spend(search.take_steps());
        if (cost >= best.upper) return;
        best.upper = cost;
        best.side = std::move(side);
    };
    if (!searches.known.empty()) {
        take(searches.known, 0);
        if (best.upper > 0) take(searches.known, searches.kicks);
    }
    for (unsigned start = 0; start < searches.starts && best.upper > 0; ++start) {
        Sides side(searches.problem.vertices, 0);
        if (start > 0) {
            for (std::uint8_t& s : side) s = static_cast<std::uint8_t>(random() >> 63);
        }
        take(std::move(side), searches.kicks);
    }
    best.proven = best.upper == 0;
    return best;
}

Division proven_block(const Block& block, const Residue& residue, const FrustrationOptions& options,
                      Budget& budget) {
    return BlockProof(block, residue, options, budget).run();
}

}  // namespace entente::balance
