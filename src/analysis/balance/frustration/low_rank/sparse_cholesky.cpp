#include "analysis/balance/frustration/low_rank/sparse_cholesky.hpp"

#include <algorithm>
#include <cmath>
#include <set>

#include "analysis/balance/frustration/low_rank/dense_cholesky.hpp"

namespace entente::balance {

namespace {

constexpr std::size_t most_dense = 10'000;        // 400 MB
constexpr double dense_enough = 0.5;              // this share of a row is not 0
constexpr std::size_t most_entries = 30'000'000;  // of both triangles: 480 MB

class Elimination {
public:
    explicit Elimination(SparseSymmetric matrix) : matrix_(std::move(matrix)) {
        for (std::uint32_t v = 0; v < matrix_.rows.size(); ++v) {
            waiting_.insert({matrix_.rows[v].size(), v});
            entries_ += matrix_.rows[v].size();
        }
    }

    std::optional<bool> run(Budget& budget) {
        while (!waiting_.empty()) {
            const auto [degree, v] = *waiting_.begin();
            if (static_cast<double>(degree) > dense_enough * static_cast<double>(waiting_.size())) break;
            if (degree > most_dense || entries_ > most_entries || budget.spent()) return std::nullopt;
            budget.spend(8 + 4 * degree * degree);
            waiting_.erase(waiting_.begin());
            if (!eliminate(v)) return false;
        }
        return rest(budget);
    }

private:
    bool eliminate(std::uint32_t v) {
        const double pivot = matrix_.diagonal[v];
        if (!(pivot > 0) || !std::isfinite(pivot)) return false;
        const double root = std::sqrt(pivot);
        std::vector<SparseSymmetric::Entry> factor = std::move(matrix_.rows[v]);
        entries_ -= factor.size();
        for (auto& [column, value] : factor) value /= root;
        for (const auto& [w, value] : factor) {
            matrix_.diagonal[w] -= value * value;
            waiting_.erase({matrix_.rows[w].size(), w});
            entries_ -= matrix_.rows[w].size();
            subtract(matrix_.rows[w], factor, v, w);
            entries_ += matrix_.rows[w].size();
            waiting_.insert({matrix_.rows[w].size(), w});
        }
        return true;
    }

    // row w -= its cell of the factor times the factor; v goes, w itself is on the diagonal.
    void subtract(std::vector<SparseSymmetric::Entry>& row, const std::vector<SparseSymmetric::Entry>& factor,
                  std::uint32_t v, std::uint32_t w) {
        const auto column = [](const SparseSymmetric::Entry& entry) { return entry.first; };
        const double times = std::ranges::lower_bound(factor, w, {}, column)->second;
        merged_.clear();
        auto old = row.begin();
        for (const auto& [u, value] : factor) {
            for (; old != row.end() && old->first < u; ++old) {
                if (old->first != v) merged_.push_back(*old);
            }
            if (u == w) continue;
            const bool there = old != row.end() && old->first == u;
            merged_.emplace_back(u, (there ? (old++)->second : 0.0) - times * value);
        }
        for (; old != row.end(); ++old) {
            if (old->first != v) merged_.push_back(*old);
        }
        row.assign(merged_.begin(), merged_.end());
    }

    std::optional<bool> rest(Budget& budget) {
        const std::size_t size = waiting_.size();
        const std::uint64_t left = budget.most_steps - std::min(budget.most_steps, budget.steps);
        if (size > most_dense || steps_of_cholesky(size) > left) return std::nullopt;
        std::vector<std::uint32_t> place(matrix_.rows.size(), 0);
        std::uint32_t next = 0;
        for (std::uint32_t v = 0; v < matrix_.rows.size(); ++v) {
            if (waiting_.contains({matrix_.rows[v].size(), v})) place[v] = next++;
        }
        LowerTriangle dense(size);
        for (const auto& [degree, v] : waiting_) {
            double* row = dense.row(place[v]);
            row[place[v]] = matrix_.diagonal[v];
            for (const auto& [w, value] : matrix_.rows[v]) {
                if (w < v) row[place[w]] = value;
            }
        }
        return cholesky(dense, budget);
    }

    SparseSymmetric matrix_;
    std::set<std::pair<std::size_t, std::uint32_t>> waiting_;  // by entries, then number
    std::vector<SparseSymmetric::Entry> merged_;
    std::size_t entries_ = 0;  // of the rows that wait
};

}  // namespace

std::optional<bool> runs_to_the_end(SparseSymmetric matrix, Budget& budget) {
    return Elimination(std::move(matrix)).run(budget);
}

double rounding_of_cholesky(const SparseSymmetric& matrix) {
    const auto n = static_cast<double>(matrix.rows.size());
    double trace = 0;
    for (const double d : matrix.diagonal) trace += d;
    return 2 * (n + 4) * 0x1p-53 * n * trace;
}

}  // namespace entente::balance
