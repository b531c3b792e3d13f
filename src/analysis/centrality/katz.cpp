// Katz centrality (Katz 1953): walks of every length that lead to the actor, each step weighing α = 0.85/λ: x
// = 1 + α Σ w_uv x_u.
#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "analysis/centrality/kernels.hpp"
#include "analysis/linear/conjugate_gradient.hpp"
#include "analysis/linear/linear.hpp"
#include "analysis/linear/spectrum.hpp"
#include "base/number.hpp"
#include "base/prose.hpp"

namespace entente::kernels {

namespace {

// Without symmetry, by repeated substitution: every step adds non-negative numbers, so that no digit is lost,
// and 0.85 is the most that remains of the error.
Solution by_substitution(const Adjacency& rows, const RowBlocks& blocks, double alpha,
                         const Control& control) {
    constexpr int most_steps = 3000;
    constexpr double as_close_as_doubles_get = 4e-16;  // two neighboring doubles
    const std::size_t n = rows.offsets.size() - 1;
    Solution solution{std::vector<double>(n, 1), 1};
    std::vector<double> image(n);
    for (int step = 0; step < most_steps && solution.residual > as_close_as_doubles_get; ++step) {
        multiply(rows, blocks, solution.x, image, control);
        double change = 0;
        for (std::size_t i = 0; i < n; ++i) {
            const double next = 1 + alpha * image[i];
            change = std::max(change, std::abs(next - solution.x[i]) / next);
            solution.x[i] = next;
        }
        solution.residual = change;
    }
    return solution;
}

}  // namespace

std::vector<Scores> katz(const MeasureInput& input, const MeasureOptions&, const Control& caller) {
    constexpr double share_of_limit = 0.85;
    const Control control = without_progress(caller);
    const Graph& graph = input.graph;
    const DominantParts dominant = dominant_parts(graph, caller);
    if (!dominant.fits)
        return {{"katz", std::vector<double>(graph.vertex_count(), undefined), unfit_remark()}};
    // Without a cycle every walk ends and any α will do.
    const double alpha = dominant.value > 0 ? share_of_limit / dominant.value : share_of_limit;
    const Adjacency& rows = graph.in();
    const RowBlocks blocks(rows);
    Solution solution;
    if (graph.directed()) {
        solution = by_substitution(rows, blocks, alpha, control);
    } else {
        const auto apply = [&](std::span<const double> x, std::span<double> result) {
            multiply(rows, blocks, x, result, control);
            for (std::size_t i = 0; i < x.size(); ++i) result[i] = x[i] - alpha * result[i];
        };
        solution = conjugate_gradient(apply, std::vector<double>(graph.vertex_count(), 1), control);
    }
    std::string remark = "alpha " + format_number(alpha);
    if (dominant.value == 0) remark += ": no tie lies on a cycle";
    remark += convergence_remark(std::max(dominant.residual, solution.residual));
    std::size_t beyond = 0;
    for (double& value : solution.x) {
        if (!std::isfinite(value)) value = undefined, ++beyond;
    }
    if (beyond > 0)
        remark += fmt::format("; left empty for {}: the walks add up to more than a number can hold",
                              counted(beyond, "actor"));
    return {{"katz", std::move(solution.x), std::move(remark)}};
}

}  // namespace entente::kernels
