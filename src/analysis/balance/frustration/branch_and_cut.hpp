// Proving optima of covering problems on ties: every tie pays its cost or not (x = 1 or 0), subject to
// inequalities that are too many to write down and are found as they are violated. Linear programs bound the
// cost from below: first solved nearly (lp_bounding.hpp), then, if that is not enough, by Clp; what they
// leave open is split into cases.
//
// A bound is never a program's word: it is recomputed from the dual values in whole numbers
// (dual_bounds.hpp).
#pragma once

#include <chrono>
#include <functional>
#include <optional>
#include <utility>
#include <vector>

#include "analysis/balance/frustration/frustration_problem.hpp"
#include "base/control.hpp"

namespace entente::balance {

// How much may be worked: until the time is over, the steps are used up or the user stops. Steps are counted
// by what is done (about four nanoseconds each), so that a limit to them gives the same result on any
// machine; time does not.
struct Budget {
    std::optional<std::chrono::steady_clock::time_point> deadline;
    const Control* control = nullptr;
    std::uint64_t most_steps = UINT64_MAX;
    std::uint64_t steps = 0;  // used so far

    void spend(std::uint64_t count) { steps += count; }
    bool spent() const {
        return steps >= most_steps || (control != nullptr && control->stopped()) ||
               (deadline && std::chrono::steady_clock::now() >= *deadline);
    }
};

// sum of coefficient * x[variable] >= bound; coefficients 1 or -1, no variable twice.
struct Cut {
    std::vector<std::pair<std::uint32_t, int>> terms;
    int bound = 1;
};

using Values = std::vector<double>;
enum class Case : std::int8_t { open = -1, zero = 0, one = 1 };

struct Proof {
    Cost upper = 0;
    Cost lower = 0;  // proven
    bool proven = false;
    std::uint64_t nodes = 0, rounds = 0;
};

struct CutProblem {
    std::vector<Cost> costs;          // of x = 1, positive
    Cost upper = 0;                   // cost of the best solution known; `round` may lower it
    Cost divisor = 1, remainder = 0;  // the cost of every solution is `remainder` modulo `divisor`
    Cost slack = 0;  // a bound this close to the best solution is taken for a proof (0 unless costs are
                     // astronomically fine)
    std::vector<Cut> first_cuts;
    std::function<std::vector<Cut>(const Values& x, bool at_root)>
        separate;  // violated inequalities; none only if there are none worth adding
    std::function<void(const Values& x, Cost& upper)>
        round;  // a solution made from x; exact when x is 0/1 and violates nothing
    std::function<bool(const std::vector<Case>& cases)>
        contradictory;  // no solution agrees with the cases decided
    // A lower bound found in another way, which may lower `upper` as `round` does; may be empty. Asked once,
    // where the nearly solved programs take long or leave the problem open.
    std::function<Cost(Cost& upper)> bound_besides;
    // Another proof for what the nearly solved programs leave open, given their bound; may be empty, and may
    // give nothing.
    std::function<std::optional<Proof>(Cost lower)> prove_otherwise;
};

Proof branch_and_cut(CutProblem& problem, Budget& budget);

}  // namespace entente::balance
