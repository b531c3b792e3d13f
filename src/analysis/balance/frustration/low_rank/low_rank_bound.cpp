#include "analysis/balance/frustration/low_rank/low_rank_bound.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>

#include "analysis/balance/frustration/dual_bounds.hpp"
#include "analysis/balance/frustration/low_rank/sparse_cholesky.hpp"
#include "analysis/balance/frustration/low_rank/unit_vectors.hpp"

namespace entente::balance {

namespace {

constexpr unsigned most_rounds = 300, tries = 3;
constexpr double least_more = 1e-4, more_a_try = 8;  // what is added to the pulls, as a part of them

// Weights times a power of two, rounded, so that all sums are whole numbers that doubles hold.
class WholeNumbers {
public:
    explicit WholeNumbers(const FrustrationProblem& problem) : problem_(problem) {
        for (const SignedEdge& e : problem.edges) total_ += e.cost();
        exponent_ = 49 - std::ilogb(static_cast<double>(total_));
    }

    double whole(double amount) const { return std::ldexp(amount, exponent_); }

    // diag(D) - W for the pulls with `more` of each, or of their mean where that is more, added, rounded up.
    SparseSymmetric matrix(const EdgeLists& lists, const std::vector<double>& pulls, double more) const {
        SparseSymmetric result;
        const double mean = std::accumulate(pulls.begin(), pulls.end(), 0.0) / problem_.vertices;
        for (std::uint32_t v = 0; v < problem_.vertices; ++v) {
            result.diagonal.push_back(std::ceil(whole(pulls[v] + more * std::max(pulls[v], mean))));
            std::vector<SparseSymmetric::Entry>& row = result.rows.emplace_back();
            for (const auto& [other, edge] : lists.of(v)) {
                const double w = std::round(whole(static_cast<double>(problem_.edges[edge].weight)));
                if (w != 0) row.emplace_back(other, -w);
            }
            std::ranges::sort(row);
        }
        return result;
    }

    // The cost is (total - sum over ties of w x_u x_v)/2, and twice that sum at most the trace and what
    // rounding may hide: of the factor, and half a unit a tie where weights were rounded.
    Cost lower(const SparseSymmetric& matrix) const {
        Wide trace = 0;
        for (const double d : matrix.diagonal) trace += static_cast<Wide>(d);
        const auto hidden = static_cast<Wide>(std::ceil(rounding_of_cholesky(matrix)));
        const Wide rounded = exponent_ < 0 ? static_cast<Wide>(problem_.edges.size()) : 0;
        const int up = std::max(0, exponent_), down = std::max(0, -exponent_);
        const Wide four_times = ((static_cast<Wide>(total_) << (up + 1)) >> down) - trace - hidden - rounded;
        if (four_times <= 0) return 0;
        const Wide scaled = four_times << down, divisor = Wide{4} << up;
        return static_cast<Cost>((scaled + divisor - 1) / divisor);
    }

private:
    const FrustrationProblem& problem_;
    Cost total_ = 0;
    int exponent_ = 0;
};

}  // namespace

Cost low_rank_bound(const LowRankTask& task, Random& random, Budget& budget) {
    if (task.problem.edges.empty()) return 0;
    UnitVectors vectors(task.problem, task.lists, random);
    vectors.settle(most_rounds, budget);
    for (unsigned c = 0; c < task.cuts && !budget.spent(); ++c) task.suggest(vectors.cut(random));
    const double largest = vectors.largest_eigenvalue(random, budget);
    const WholeNumbers numbers(task.problem);
    double more = std::max(least_more, 1.2 * (largest - 1) + least_more);
    for (unsigned t = 0; t < tries && !budget.spent(); ++t, more *= more_a_try) {
        const SparseSymmetric matrix = numbers.matrix(task.lists, vectors.pulls(), more);
        const std::optional<bool> proven = runs_to_the_end(matrix, budget);
        if (!proven) return 0;
        if (*proven) return numbers.lower(matrix);
    }
    return 0;
}

}  // namespace entente::balance
