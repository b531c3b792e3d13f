#include "analysis/linear/accelerated_sweeps.hpp"

#include <algorithm>
#include <cmath>

#include "analysis/linear/linear.hpp"

namespace entente {

namespace {

constexpr double close_enough = 1e-12;
constexpr int first_sweeps = 2;  // before the gradients set in: the fast part of the error goes by itself
constexpr int sweeps_between =
    8;  // after gradients that did not lead close enough, before they are tried again
constexpr int most_sweeps = 2000;
constexpr int most_gradient_steps = 100;

// Moves x towards the fixed point and returns whether the steps went well; x is of no use where they did not.
bool follow_gradients(const Sweep& sweep, std::vector<double>& x, const Control& control) {
    const std::size_t n = x.size();
    std::vector<double> residual = x, direction(n, 0), along(n, 0), across(n);
    sweep(residual, true);
    for (std::size_t i = 0; i < n; ++i) residual[i] -= x[i];
    const std::vector<double> shadow = residual;
    const double at_first = norm(residual), goal = close_enough * at_first;
    double left = at_first, rho = 1, alpha = 1, omega = 1;
    for (int step = 0; step < most_gradient_steps && left > goal; ++step) {
        control.checkpoint();
        const double projection = dot(shadow, residual), beta = projection / rho * (alpha / omega);
        rho = projection;
        for (std::size_t i = 0; i < n; ++i)
            direction[i] = residual[i] + beta * (direction[i] - omega * along[i]);
        along = direction;
        sweep(along, false);
        for (std::size_t i = 0; i < n; ++i) along[i] = direction[i] - along[i];
        alpha = rho / dot(shadow, along);
        for (std::size_t i = 0; i < n; ++i) across[i] = residual[i] -= alpha * along[i];
        sweep(across, false);
        for (std::size_t i = 0; i < n; ++i) across[i] = residual[i] - across[i];
        const double length = dot(across, across);
        omega = length > 0 ? dot(across, residual) / length : 0;
        for (std::size_t i = 0; i < n; ++i) {
            x[i] += alpha * direction[i] + omega * residual[i];
            residual[i] -= omega * across[i];
        }
        left = norm(residual);
        if (!std::isfinite(left) || omega == 0 || rho == 0) break;
    }
    return left < at_first && std::all_of(x.begin(), x.end(), [](double entry) { return entry > 0; });
}

}  // namespace

AtRest at_rest(const Sweep& sweep, std::vector<double> start, const Control& control) {
    AtRest result{std::move(start), INFINITY};
    std::vector<double> before;
    for (int step = 0; step < most_sweeps && result.change > close_enough; ++step) {
        control.checkpoint();
        if (step >= first_sweeps && (step - first_sweeps) % sweeps_between == 0) {
            std::vector<double> closer = result.x;
            if (follow_gradients(sweep, closer, control)) result.x = std::move(closer);
        }
        before = result.x;
        sweep(result.x, true);
        result.change = 0;
        for (std::size_t i = 0; i < before.size(); ++i) {
            result.change = std::max(result.change, std::abs(result.x[i] - before[i]) / result.x[i]);
        }
    }
    return result;
}

}  // namespace entente
