#include "analysis/balance/frustration/pdhg.hpp"

#include <algorithm>
#include <cmath>
#include <limits>

namespace entente::balance {

namespace {

constexpr unsigned iterations_a_check = 40;
constexpr double enough_progress = 0.2, some_progress = 0.8,
                 longest_average = 0.4;  // when to restart (Applegate et al. 2021)

std::vector<double> divided(const std::vector<double>& sum, unsigned count) {
    std::vector<double> mean(sum.size());
    for (std::size_t i = 0; i < sum.size(); ++i) mean[i] = sum[i] / count;
    return mean;
}

}  // namespace

Pdhg::Pdhg(std::vector<double> costs)
    : costs_(std::move(costs)), column_size_(costs_.size(), 0), x_(costs_.size(), 0) {}

void Pdhg::add(const Cut& cut) {
    for (const auto& [variable, coefficient] : cut.terms) {
        columns_.push_back(variable);
        coefficients_.push_back(coefficient);
        ++column_size_[variable];
    }
    row_start_.push_back(columns_.size());
    row_bound_.push_back(cut.bound);
    y_.push_back(0);
    best_duals_.push_back(0);
}

void Pdhg::keep_only(const std::vector<char>& keep) {
    std::size_t at = 0, rows = 0;
    std::fill(column_size_.begin(), column_size_.end(), 0.0);
    for (std::size_t r = 0; r < keep.size(); ++r) {
        const std::size_t begin = row_start_[r], end = row_start_[r + 1];
        row_start_[rows] = at;
        if (!keep[r]) continue;
        for (std::size_t k = begin; k < end; ++k, ++at) {
            columns_[at] = columns_[k];
            coefficients_[at] = coefficients_[k];
            ++column_size_[columns_[at]];
        }
        row_bound_[rows] = row_bound_[r];
        y_[rows] = y_[r];
        best_duals_[rows] = best_duals_[r];
        ++rows;
    }
    row_start_.resize(rows);
    row_start_.push_back(at);
    columns_.resize(at);
    coefficients_.resize(at);
    for (std::vector<double>* column : {&row_bound_, &y_, &best_duals_}) column->resize(rows);
}

// x' = x - (c - A^T y) / (weight * column), within 0 and 1; y' = y + weight * (b - A (2 x' - x)) / row, not
// below 0.
void Pdhg::step() {
    scratch_ = costs_;
    for (std::size_t r = 0; r < y_.size(); ++r) {
        const double y = y_[r];
        if (y == 0) continue;
        for (std::size_t k = row_start_[r]; k < row_start_[r + 1]; ++k)
            scratch_[columns_[k]] -= y * coefficients_[k];
    }
    for (std::size_t i = 0; i < x_.size(); ++i) {
        const double old = x_[i];
        x_[i] = std::clamp(old - scratch_[i] / (weight_ * std::max(1.0, column_size_[i])), 0.0, 1.0);
        x_sum_[i] += x_[i];
        scratch_[i] = 2 * x_[i] - old;
    }
    for (std::size_t r = 0; r < y_.size(); ++r) {
        double activity = 0;
        for (std::size_t k = row_start_[r]; k < row_start_[r + 1]; ++k)
            activity += coefficients_[k] * scratch_[columns_[k]];
        y_[r] = std::max(0.0, y_[r] + weight_ * (row_bound_[r] - activity) /
                                          static_cast<double>(row_start_[r + 1] - row_start_[r]));
        y_sum_[r] += y_[r];
    }
    ++averaged_;
}

Pdhg::Quality Pdhg::quality(const Values& x, const std::vector<double>& y) {
    scratch_ = costs_;
    double bound = 0, violation = 0, cost = 0;
    for (std::size_t r = 0; r < y.size(); ++r) {
        double activity = 0;
        for (std::size_t k = row_start_[r]; k < row_start_[r + 1]; ++k) {
            scratch_[columns_[k]] -= y[r] * coefficients_[k];
            activity += coefficients_[k] * x[columns_[k]];
        }
        bound += y[r] * row_bound_[r];
        violation += std::max(0.0, row_bound_[r] - activity) * y[r];  // at the price that the duals set
    }
    for (std::size_t i = 0; i < x.size(); ++i) {
        bound += std::min(scratch_[i], 0.0);
        cost += costs_[i] * x[i];
    }
    return {std::abs(cost - bound) + violation, bound};
}

void Pdhg::begin_average() {
    x_start_ = x_;
    y_start_ = y_;
    x_sum_.assign(x_.size(), 0);
    y_sum_.assign(y_.size(), 0);
    averaged_ = 0;
}

// The steps get the proportion that the ways gone had.
void Pdhg::restart_from(Values x, std::vector<double> y) {
    x_ = std::move(x);
    y_ = std::move(y);
    double moved_x = 0, moved_y = 0;
    for (std::size_t i = 0; i < x_.size(); ++i)
        moved_x += (x_[i] - x_start_[i]) * (x_[i] - x_start_[i]) * std::max(1.0, column_size_[i]);
    for (std::size_t r = 0; r < y_.size(); ++r)
        moved_y += (y_[r] - y_start_[r]) * (y_[r] - y_start_[r]) *
                   static_cast<double>(row_start_[r + 1] - row_start_[r]);
    if (moved_x > 1e-12 && moved_y > 1e-12) weight_ = std::sqrt(weight_ * std::sqrt(moved_y / moved_x));
    begin_average();
}

void Pdhg::improve(unsigned most, double precision, Budget& budget) {
    constexpr double unknown = std::numeric_limits<double>::infinity();
    begin_average();
    best_values_ = x_;
    best_duals_ = y_;
    double best_bound = -unknown, least_error = unknown, error_at_restart = unknown, last_error = unknown;
    for (unsigned done = iterations_a_check; done <= most && !budget.spent(); done += iterations_a_check) {
        for (unsigned i = 0; i < iterations_a_check; ++i) step();
        budget.spend(iterations_a_check * (columns_.size() + x_.size()));
        Values x_mean = divided(x_sum_, averaged_);
        std::vector<double> y_mean = divided(y_sum_, averaged_);
        const Quality now = quality(x_, y_), mean = quality(x_mean, y_mean);
        const bool take_mean = mean.error < now.error;
        const double error = std::min(mean.error, now.error);
        if (error < least_error) best_values_ = take_mean ? x_mean : x_;
        if (std::max(now.bound, mean.bound) > best_bound) best_duals_ = mean.bound > now.bound ? y_mean : y_;
        least_error = std::min(least_error, error);
        best_bound = std::max({best_bound, now.bound, mean.bound});
        if (error <= precision * std::abs(best_bound)) return;
        const bool restarts = error < enough_progress * error_at_restart ||
                              (error < some_progress * error_at_restart && error > last_error) ||
                              averaged_ > longest_average * done + 2 * iterations_a_check;
        last_error = error;
        if (!restarts) continue;
        error_at_restart = error;
        if (take_mean) {
            restart_from(std::move(x_mean), std::move(y_mean));
        } else {
            restart_from(x_, y_);
        }
    }
}

}  // namespace entente::balance
