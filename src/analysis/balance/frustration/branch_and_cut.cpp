#include "analysis/balance/frustration/branch_and_cut.hpp"

#include <algorithm>
#include <coin/ClpEventHandler.hpp>
#include <coin/ClpSimplex.hpp>

#include "analysis/balance/frustration/lp_bounding.hpp"

namespace entente::balance {

namespace {

constexpr double tolerance = 1e-6;
constexpr std::size_t rounds_to_gain = 3;    // of cuts at a node, within which
constexpr double least_gain = 0.1;           // this part of the gap must close
constexpr std::uint64_t steps_a_pivot = 12;  // and row or column

// Counts the work of a linear program and ends it when the budget is spent: Clp asks after every iteration.
class StopWhenSpent : public ClpEventHandler {
public:
    explicit StopWhenSpent(Budget& budget) : budget_(budget) {}
    int event(Event what) override {
        if (what == endOfIteration)
            budget_.spend(steps_a_pivot *
                          static_cast<std::uint64_t>(model_->numberRows() + model_->numberColumns()));
        return ++calls_ % 64 == 0 && budget_.spent() ? 5 : -1;
    }
    ClpEventHandler* clone() const override { return new StopWhenSpent(*this); }

private:
    Budget& budget_;
    unsigned calls_ = 0;
};

class BranchAndCut {
public:
    BranchAndCut(CutProblem& problem, Budget& budget)
        : problem_(problem), budget_(budget), bounds_(problem), cases_(problem.costs.size(), Case::open) {
        const auto variables = static_cast<int>(problem.costs.size());
        program_.setLogLevel(0);
        const StopWhenSpent handler(budget);
        program_.passInEventHandler(&handler);
        program_.resize(0, variables);
        for (int i = 0; i < variables; ++i) {
            program_.setObjectiveCoefficient(
                i, static_cast<double>(problem.costs[static_cast<std::size_t>(i)]) / bounds_.unit());
            program_.setColumnBounds(i, 0, 1);
        }
    }

    Proof run() {
        // Clp 1.17 does not survive a program without rows.
        const Values nothing_paid(problem_.costs.size(), 0.0);
        if (problem_.first_cuts.empty()) problem_.first_cuts = problem_.separate(nothing_paid, true);
        if (problem_.first_cuts.empty()) {
            problem_.round(nothing_paid, problem_.upper);
            return {problem_.upper, 0, problem_.upper == 0, 0, 0};
        }
        const Approached approached = approach(problem_, bounds_, std::move(problem_.first_cuts), budget_);
        rounds_ = approached.rounds;
        open_lower_ = std::numeric_limits<Cost>::max();
        if (budget_.spent()) {
            open_lower_ = bounds_.lifted(approached.lower);
        } else if (!bounds_.closes(approached.lower)) {
            if (problem_.prove_otherwise) {
                if (const auto proof = problem_.prove_otherwise(approached.lower)) return *proof;
            }
            add(approached.cuts);
            visit(approached.lower);
        }
        Proof proof{problem_.upper, std::min(open_lower_, problem_.upper), false, nodes_, rounds_};
        proof.proven = problem_.upper - proof.lower <= problem_.slack;
        return proof;
    }

private:
    void add(const std::vector<Cut>& cuts) {
        if (cuts.empty()) return;
        std::vector<CoinBigIndex> starts{0};
        std::vector<int> columns;
        std::vector<double> elements, low, high(cuts.size(), COIN_DBL_MAX);
        for (const Cut& cut : cuts) {
            for (const auto& [variable, coefficient] : cut.terms) {
                columns.push_back(static_cast<int>(variable));
                elements.push_back(coefficient);
            }
            starts.push_back(static_cast<CoinBigIndex>(columns.size()));
            low.push_back(cut.bound);
            cuts_.push_back(cut);
        }
        program_.addRows(static_cast<int>(cuts.size()), low.data(), high.data(), starts.data(),
                         columns.data(), elements.data());
    }

    void drop_slack_cuts() {
        const double* activity = program_.getRowActivity();
        std::vector<int> slack;
        for (int r = 0; r < program_.numberRows(); ++r) {
            if (activity[r] > cuts_[static_cast<std::size_t>(r)].bound + 0.2 &&
                program_.getRowStatus(r) == ClpSimplex::basic)
                slack.push_back(r);
        }
        const auto dropped = static_cast<int>(slack.size());
        if (dropped <= program_.numberRows() / 5 || dropped == program_.numberRows()) return;
        program_.deleteRows(static_cast<int>(slack.size()), slack.data());
        std::vector<Cut> kept;
        std::size_t next = 0;
        for (std::size_t r = 0; r < cuts_.size(); ++r) {
            if (next < slack.size() && static_cast<std::size_t>(slack[next]) == r) {
                ++next;
            } else {
                kept.push_back(std::move(cuts_[r]));
            }
        }
        cuts_ = std::move(kept);
    }

    void decide(std::size_t variable, Case value, std::vector<std::size_t>& decided) {
        cases_[variable] = value;
        const double x = value == Case::one ? 1 : 0;
        program_.setColumnBounds(static_cast<int>(variable), x, x);
        decided.push_back(variable);
    }

    // Variables whose other value would cost as much as the best solution keep theirs.
    void decide_by_reduced_costs(Wide bound, std::vector<std::size_t>& decided) {
        const std::vector<Wide>& reduced = bounds_.reduced_costs();
        for (std::size_t i = 0; i < cases_.size(); ++i) {
            if (cases_[i] != Case::open || reduced[i] == 0) continue;
            const Wide otherwise = bound + (reduced[i] > 0 ? reduced[i] : -reduced[i]);
            if (bounds_.lifted(DualBounds::whole(otherwise)) >= problem_.upper)
                decide(i, reduced[i] > 0 ? Case::zero : Case::one, decided);
        }
    }

    // Whether the last rounds closed so little of the gap that splitting the node promises more.
    bool tails_off(const std::vector<Cost>& lowers) const {
        if (lowers.size() <= rounds_to_gain) return false;
        return static_cast<double>(lowers.back() - lowers[lowers.size() - 1 - rounds_to_gain]) <
               least_gain * static_cast<double>(problem_.upper - lowers.back());
    }

    // Tightens the node's linear program until it closes the node, no cut is left or cuts gain too little;
    // true when the node is closed.
    bool bound_node(Cost& lower, Values& x, std::vector<std::size_t>& decided, bool at_root) {
        std::vector<Cost> lowers;
        for (unsigned round = 0;; ++round) {
            program_.dual();
            ++rounds_;
            if (program_.status() == 1 && problem_.contradictory(cases_)) return true;
            const Wide bound = bounds_.prove(cuts_, program_.getRowPrice(), cases_);
            lower = std::max(lower, DualBounds::whole(bound));
            if (bounds_.closes(lower)) return true;
            if (budget_.spent() || program_.status() != 0) return false;
            x.assign(program_.getColSolution(), program_.getColSolution() + cases_.size());
            for (double& value : x) value = std::clamp(value, 0.0, 1.0);
            problem_.round(x, problem_.upper);
            if (bounds_.closes(lower)) return true;
            decide_by_reduced_costs(bound, decided);
            lowers.push_back(lower);
            if (tails_off(lowers)) return false;
            if (round % 4 == 3) drop_slack_cuts();
            const std::vector<Cut> cuts = problem_.separate(x, at_root);
            if (cuts.empty()) return false;
            add(cuts);
        }
    }

    // The open variable on which the linear program is least decided, expensive ones first; `none` when all
    // are 0 or 1.
    std::size_t most_undecided(const Values& x) const {
        std::size_t best = none;
        double best_score = 0;
        for (std::size_t i = 0; i < x.size(); ++i) {
            const double doubt = std::min(x[i], 1 - x[i]);
            if (cases_[i] != Case::open || doubt < tolerance) continue;
            const double score = doubt * static_cast<double>(problem_.costs[i]);
            if (score > best_score) {
                best_score = score;
                best = i;
            }
        }
        return best;
    }

    void undo(const std::vector<std::size_t>& decided) {
        for (const std::size_t i : decided) {
            cases_[i] = Case::open;
            program_.setColumnBounds(static_cast<int>(i), 0, 1);
        }
    }

    void visit(Cost lower) {
        ++nodes_;
        std::vector<std::size_t> decided;
        Values x;
        if (problem_.contradictory(cases_)) return;
        if (!bound_node(lower, x, decided, nodes_ == 1)) {
            if (budget_.spent()) {
                open_lower_ = std::min(open_lower_, bounds_.lifted(lower));
            } else {
                split(lower, x);
            }
        }
        undo(decided);
    }

    // Every variable is decided without contradiction: that is a solution.
    void take_decided() {
        Values x;
        for (const Case value : cases_) x.push_back(value == Case::one ? 1 : 0);
        problem_.round(x, problem_.upper);
    }

    void split(Cost lower, const Values& x) {
        std::size_t variable = x.empty() ? none : most_undecided(x);
        if (variable ==
            none) {  // numerically settled yet not closed: decide any open one, so that the end is exact
            const auto open = std::find(cases_.begin(), cases_.end(), Case::open);
            if (open == cases_.end()) return take_decided();
            variable = static_cast<std::size_t>(open - cases_.begin());
        }
        const Case first = !x.empty() && x[variable] > 0.5 ? Case::one : Case::zero;
        for (const Case value : {first, first == Case::one ? Case::zero : Case::one}) {
            if (budget_.spent()) {
                open_lower_ = std::min(open_lower_, bounds_.lifted(lower));
                continue;
            }
            if (bounds_.closes(lower)) continue;
            std::vector<std::size_t> decided;
            decide(variable, value, decided);
            visit(lower);
            undo(decided);
        }
    }

    static constexpr std::size_t none = static_cast<std::size_t>(-1);

    CutProblem& problem_;
    Budget& budget_;
    DualBounds bounds_;
    ClpSimplex program_;
    std::vector<Cut> cuts_;  // the rows of the program
    std::vector<Case> cases_;
    Cost open_lower_ = 0;
    std::uint64_t nodes_ = 0, rounds_ = 0;
};

}  // namespace

Proof branch_and_cut(CutProblem& problem, Budget& budget) { return BranchAndCut(problem, budget).run(); }

}  // namespace entente::balance
