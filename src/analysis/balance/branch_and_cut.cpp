#include "analysis/balance/branch_and_cut.hpp"

#include <algorithm>
#include <cmath>
#include <coin/ClpEventHandler.hpp>
#include <coin/ClpSimplex.hpp>

namespace entente::balance {

namespace {

__extension__ using Wide = __int128;

constexpr int dual_bits = 24;  // duals are rounded down to multiples of 2^-24 of the unit cost
constexpr double tolerance = 1e-6;

// Ends a linear program when the budget is spent: Clp asks after every iteration.
class StopWhenSpent : public ClpEventHandler {
public:
    explicit StopWhenSpent(const Budget& budget) : budget_(budget) {}
    int event(Event) override { return ++calls_ % 64 == 0 && budget_.spent() ? 5 : -1; }
    ClpEventHandler* clone() const override { return new StopWhenSpent(budget_); }

private:
    const Budget& budget_;
    unsigned calls_ = 0;
};

class BranchAndCut {
public:
    BranchAndCut(CutProblem& problem, const Budget& budget) : problem_(problem), budget_(budget), cases_(problem.costs.size(), Case::open) {
        const auto variables = static_cast<int>(problem.costs.size());
        double sum = 0;
        for (const Cost c : problem.costs) sum += static_cast<double>(c);
        unit_ = std::max(1.0, std::exp2(std::floor(std::log2(sum / std::max(1, variables)))));
        program_.setLogLevel(0);
        const StopWhenSpent handler(budget);
        program_.passInEventHandler(&handler);
        program_.resize(0, variables);
        for (int i = 0; i < variables; ++i) {
            program_.setObjectiveCoefficient(i, static_cast<double>(problem.costs[static_cast<std::size_t>(i)]) / unit_);
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
        add(problem_.first_cuts);
        open_lower_ = std::numeric_limits<Cost>::max();
        visit(0);
        Proof proof{problem_.upper, std::min(open_lower_, problem_.upper), false, nodes_, rounds_};
        proof.proven = problem_.upper - proof.lower <= problem_.slack;
        return proof;
    }

private:
    // The least value a solution's cost may have if it is at least `bound`.
    Cost lifted(Cost bound) const {
        const Cost over = ((bound - problem_.remainder) % problem_.divisor + problem_.divisor) % problem_.divisor;
        return over == 0 ? bound : bound + problem_.divisor - over;
    }
    bool closes(Cost bound) const { return problem_.upper - lifted(bound) <= problem_.slack; }

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
        program_.addRows(static_cast<int>(cuts.size()), low.data(), high.data(), starts.data(), columns.data(), elements.data());
    }

    void drop_slack_cuts() {
        const double* activity = program_.getRowActivity();
        std::vector<int> slack;
        for (int r = 0; r < program_.numberRows(); ++r) {
            if (activity[r] > cuts_[static_cast<std::size_t>(r)].bound + 0.2 && program_.getRowStatus(r) == ClpSimplex::basic) slack.push_back(r);
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

    // The bound that the duals prove, in units of 2^-dual_bits of a cost, and each variable's reduced cost in it.
    Wide exact_bound() {
        const double* duals = program_.getRowPrice();
        reduced_.resize(problem_.costs.size());
        for (std::size_t i = 0; i < reduced_.size(); ++i) reduced_[i] = static_cast<Wide>(problem_.costs[i]) << dual_bits;
        Wide bound = 0;
        for (std::size_t r = 0; r < cuts_.size(); ++r) {
            const double scaled = std::floor(duals[r] * unit_ * std::exp2(dual_bits));
            if (!(scaled > 0) || scaled > std::exp2(100)) continue;
            const auto dual = static_cast<Wide>(scaled);
            bound += dual * cuts_[r].bound;
            for (const auto& [variable, coefficient] : cuts_[r].terms) reduced_[variable] -= dual * coefficient;
        }
        for (std::size_t i = 0; i < reduced_.size(); ++i) {
            if (cases_[i] == Case::one || (cases_[i] == Case::open && reduced_[i] < 0)) bound += reduced_[i];
        }
        return bound;
    }

    static Cost whole(Wide bound) {  // rounded up
        const Wide one = Wide{1} << dual_bits;
        return static_cast<Cost>(bound > 0 ? (bound + one - 1) / one : -(-bound / one));
    }

    void decide(std::size_t variable, Case value, std::vector<std::size_t>& decided) {
        cases_[variable] = value;
        const double x = value == Case::one ? 1 : 0;
        program_.setColumnBounds(static_cast<int>(variable), x, x);
        decided.push_back(variable);
    }

    // Variables whose other value would cost as much as the best solution keep theirs.
    void decide_by_reduced_costs(Wide bound, std::vector<std::size_t>& decided) {
        for (std::size_t i = 0; i < cases_.size(); ++i) {
            if (cases_[i] != Case::open || reduced_[i] == 0) continue;
            const Wide otherwise = bound + (reduced_[i] > 0 ? reduced_[i] : -reduced_[i]);
            if (lifted(whole(otherwise)) >= problem_.upper) decide(i, reduced_[i] > 0 ? Case::zero : Case::one, decided);
        }
    }

    // Tightens the node's linear program until it closes the node or no cut is left; true when the node is closed.
    bool bound_node(Cost& lower, Values& x, std::vector<std::size_t>& decided, bool at_root) {
        for (unsigned round = 0;; ++round) {
            program_.dual();
            ++rounds_;
            if (program_.status() == 1 && problem_.contradictory(cases_)) return true;
            const Wide bound = exact_bound();
            lower = std::max(lower, whole(bound));
            if (closes(lower)) return true;
            if (budget_.spent() || program_.status() != 0) return false;
            x.assign(program_.getColSolution(), program_.getColSolution() + cases_.size());
            for (double& value : x) value = std::clamp(value, 0.0, 1.0);
            problem_.round(x, problem_.upper);
            if (closes(lower)) return true;
            decide_by_reduced_costs(bound, decided);
            if (round % 4 == 3) drop_slack_cuts();
            const std::vector<Cut> cuts = problem_.separate(x, at_root);
            if (cuts.empty()) return false;
            add(cuts);
        }
    }

    // The open variable on which the linear program is least decided, dear ones first; `none` when all are 0 or 1.
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
            if (budget_.spent() || nodes_ >= budget_.most_nodes) {
                open_lower_ = std::min(open_lower_, lifted(lower));
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
        if (variable == none) {  // numerically settled yet not closed: decide any open one, so that the end is exact
            const auto open = std::find(cases_.begin(), cases_.end(), Case::open);
            if (open == cases_.end()) return take_decided();
            variable = static_cast<std::size_t>(open - cases_.begin());
        }
        const Case first = !x.empty() && x[variable] > 0.5 ? Case::one : Case::zero;
        for (const Case value : {first, first == Case::one ? Case::zero : Case::one}) {
            if (budget_.spent() || nodes_ >= budget_.most_nodes) {
                open_lower_ = std::min(open_lower_, lifted(lower));
                continue;
            }
            if (closes(lower)) continue;
            std::vector<std::size_t> decided;
            decide(variable, value, decided);
            visit(lower);
            undo(decided);
        }
    }

    static constexpr std::size_t none = static_cast<std::size_t>(-1);

    CutProblem& problem_;
    const Budget& budget_;
    ClpSimplex program_;
    std::vector<Cut> cuts_;  // the rows of the program
    std::vector<Case> cases_;
    std::vector<Wide> reduced_;
    double unit_ = 1;
    Cost open_lower_ = 0;
    std::uint64_t nodes_ = 0, rounds_ = 0;
};

}  // namespace

Proof branch_and_cut(CutProblem& problem, const Budget& budget) { return BranchAndCut(problem, budget).run(); }

}  // namespace entente::balance
