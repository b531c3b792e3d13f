#include "analysis/linear/conjugate_gradient.hpp"

#include <cmath>

#include "analysis/linear/linear.hpp"

namespace entente {

namespace {

constexpr double as_close_as_doubles_get = 1e-16;
constexpr int most_rounds = 4;

// One run from x; leaves the residual vector of its recurrence behind.
void descend(const LinearOperator& apply, std::vector<double>& x, std::vector<double>& residual, double goal,
             const Control& control) {
    std::vector<double> direction = residual, image(x.size());
    double length = dot(residual, residual);
    for (std::size_t step = 0; step < 20 * x.size() + 1000 && length > goal * goal; ++step) {
        control.checkpoint();
        apply(direction, image);
        const double curvature = dot(direction, image);
        if (!(curvature > 0)) break;
        const double along = length / curvature;
        for (std::size_t i = 0; i < x.size(); ++i) x[i] += along * direction[i];
        for (std::size_t i = 0; i < x.size(); ++i) residual[i] -= along * image[i];
        const double next = dot(residual, residual);
        for (std::size_t i = 0; i < x.size(); ++i) direction[i] = residual[i] + next / length * direction[i];
        length = next;
    }
}

}  // namespace

Solution conjugate_gradient(const LinearOperator& apply, const std::vector<double>& b,
                            const Control& control) {
    Solution solution{std::vector<double>(b.size(), 0), 0};
    const double size = norm(b);
    if (size == 0) return solution;
    // The recurrence drifts from the true residual: start again from where it led until that gains nothing.
    std::vector<double> residual = b, image(b.size());
    double best = size;
    for (int round = 0; round < most_rounds; ++round) {
        std::vector<double> x = solution.x;
        descend(apply, x, residual, as_close_as_doubles_get * size, control);
        apply(x, image);
        for (std::size_t i = 0; i < b.size(); ++i) residual[i] = b[i] - image[i];
        const double now = norm(residual);
        if (!(now < best)) break;
        solution.x = std::move(x);
        const bool little = now > best / 2;
        best = now;
        if (little) break;
    }
    solution.residual = best / size;
    return solution;
}

}  // namespace entente
