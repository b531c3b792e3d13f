#include "analysis/balance/frustration/lp_bounding.hpp"

#include <algorithm>
#include <set>

#include "analysis/balance/frustration/pdhg.hpp"

namespace entente::balance {

namespace {

constexpr unsigned rounds_to_gain = 6;  // within which a part of the gap must close
constexpr double least_gain = 0.02;     // that part
constexpr double first_precision = 1e-3, last_precision = 1e-7;
constexpr unsigned first_iterations = 400;
// Steps before another bound is asked for: so many, or a part of those there are.
constexpr std::uint64_t patience = 400'000'000, patient_part = 5;

class Approacher {
public:
    Approacher(CutProblem& problem, DualBounds& bounds, Budget& budget)
        : problem_(problem),
          bounds_(bounds),
          budget_(budget),
          open_(problem.costs.size(), Case::open),
          near_(scaled_costs()) {}

    Approached run(std::vector<Cut> first_cuts) {
        take(std::move(first_cuts));
        std::vector<Cost> lowers;
        const std::uint64_t begin = budget_.steps,
                            patient = std::min(patience, (budget_.most_steps - begin) / patient_part);
        while (!budget_.spent()) {
            near_.improve(iterations_, precision_, budget_);
            ++result_.rounds;
            result_.lower = std::max(
                result_.lower, DualBounds::whole(bounds_.prove(result_.cuts, near_.duals().data(), open_)));
            lowers.push_back(result_.lower);
            problem_.round(near_.values(), problem_.upper);
            if (closes() || stalled(lowers)) break;
            if (budget_.steps - begin > patient && much_open()) ask_besides();
            if (closes()) break;
            if (result_.rounds % 3 == 0) drop_idle_cuts();
            if (take(problem_.separate(near_.values(), true)) > 0) continue;
            if (precision_ < last_precision) break;
            precision_ /= 10;
            iterations_ *= 2;
        }
        drop_idle_cuts();
        if (!closes() && !budget_.spent()) ask_besides();
        result_.lower = std::max(result_.lower, besides_);
        return std::move(result_);
    }

private:
    bool closes() const { return bounds_.closes(std::max(result_.lower, besides_)); }

    bool much_open() const { return 25 * (problem_.upper - result_.lower) > problem_.upper; }

    void ask_besides() {
        if (!problem_.bound_besides || asked_) return;
        asked_ = true;
        besides_ = problem_.bound_besides(problem_.upper);
    }

    std::vector<double> scaled_costs() const {
        std::vector<double> costs;
        for (const Cost c : problem_.costs) costs.push_back(static_cast<double>(c) / bounds_.unit());
        return costs;
    }

    // Cuts found from nearly right values may be there already.
    std::size_t take(std::vector<Cut> cuts) {
        std::size_t fresh = 0;
        for (Cut& cut : cuts) {
            if (!known_.insert(cut.terms).second) continue;
            near_.add(cut);
            result_.cuts.push_back(std::move(cut));
            ++fresh;
        }
        return fresh;
    }

    bool stalled(const std::vector<Cost>& lowers) const {
        if (lowers.size() <= rounds_to_gain) return false;
        const auto gain = static_cast<double>(lowers.back() - lowers[lowers.size() - 1 - rounds_to_gain]);
        return gain < least_gain * static_cast<double>(problem_.upper - lowers.back());
    }

    void drop_idle_cuts() {
        std::vector<char> keep(result_.cuts.size());
        for (std::size_t r = 0; r < keep.size(); ++r) keep[r] = near_.duals()[r] > 0 ? 1 : 0;
        if (std::ranges::count(keep, 1) == 0) return;
        near_.keep_only(keep);
        std::vector<Cut> kept;
        for (std::size_t r = 0; r < keep.size(); ++r) {
            if (keep[r]) {
                kept.push_back(std::move(result_.cuts[r]));
            } else {
                known_.erase(result_.cuts[r].terms);
            }
        }
        result_.cuts = std::move(kept);
    }

    CutProblem& problem_;
    DualBounds& bounds_;
    Budget& budget_;
    std::vector<Case> open_;
    Pdhg near_;
    std::set<std::vector<std::pair<std::uint32_t, int>>> known_;
    Approached result_;
    Cost besides_ = 0;  // proven in another way
    bool asked_ = false;
    double precision_ = first_precision;
    unsigned iterations_ = first_iterations;
};

}  // namespace

Approached approach(CutProblem& problem, DualBounds& bounds, std::vector<Cut> first_cuts, Budget& budget) {
    return Approacher(problem, bounds, budget).run(std::move(first_cuts));
}

}  // namespace entente::balance
