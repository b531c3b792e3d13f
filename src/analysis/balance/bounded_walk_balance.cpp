#include "analysis/balance/bounded_walk_balance.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <limits>
#include <vector>

#include "analysis/linear/linear.hpp"
#include "analysis/linear/quadrature/exponential_diagonal.hpp"
#include "analysis/linear/spectrum.hpp"
#include "base/prose.hpp"
#include "model/limits.hpp"

namespace entente::balance {

namespace {

// The signs as a matrix over the vertices that have any.
Adjacency matrix_of_signs(const FrustrationProblem& problem) {
    const EdgeLists lists = edge_lists(problem);
    std::vector<Vertex> place(problem.vertices, 0);
    Vertex count = 0;
    for (std::uint32_t v = 0; v < problem.vertices; ++v) {
        if (!lists.of(v).empty()) place[v] = count++;
    }
    Adjacency matrix;
    matrix.offsets.push_back(0);
    for (std::uint32_t v = 0; v < problem.vertices; ++v) {
        if (lists.of(v).empty()) continue;
        for (const EdgeLists::Entry& entry : lists.of(v)) {
            matrix.targets.push_back(place[entry.other]);
            matrix.strengths.push_back(problem.edges[entry.edge].negative() ? -1 : 1);
        }
        matrix.offsets.push_back(matrix.targets.size());
    }
    return matrix;
}

// Turns the signs around vertices so that the ties of a spanning forest are positive, which leaves all
// eigenvalues as they are. Returns the vertices of components that still have a negative tie: the others are
// balanced (Harary 1953).
std::vector<Vertex> switch_signs(Adjacency& matrix) {
    const std::size_t n = matrix.offsets.size() - 1;
    std::vector<std::int8_t> side(n, 0);  // 1 or −1; 0: not seen
    std::vector<Vertex> unbalanced, part;
    for (Vertex root = 0; root < n; ++root) {
        if (side[root] != 0) continue;
        part.assign(1, root);
        side[root] = 1;
        for (std::size_t head = 0; head < part.size(); ++head) {
            for (std::size_t arc = matrix.begin(part[head]); arc < matrix.end(part[head]); ++arc) {
                if (side[matrix.targets[arc]] != 0) continue;
                side[matrix.targets[arc]] = static_cast<std::int8_t>(
                    matrix.strengths[arc] < 0 ? -side[part[head]] : side[part[head]]);
                part.push_back(matrix.targets[arc]);
            }
        }
        bool negative = false;
        for (const Vertex v : part) {
            for (std::size_t arc = matrix.begin(v); arc < matrix.end(v); ++arc) {
                matrix.strengths[arc] *= side[v] * side[matrix.targets[arc]];
                negative = negative || matrix.strengths[arc] < 0;
            }
        }
        if (negative) unbalanced.insert(unbalanced.end(), part.begin(), part.end());
    }
    std::sort(unbalanced.begin(), unbalanced.end());
    return unbalanced;
}

}  // namespace

WalkBalance bounded_walk_balance(const FrustrationProblem& problem, const Control& control) {
    constexpr double rounding = 1e-12, most_off = 1e-6;
    Adjacency matrix = matrix_of_signs(problem);
    if (matrix.targets.empty()) return {std::numeric_limits<double>::quiet_NaN(), 0};
    const std::vector<Vertex> unbalanced = switch_signs(matrix);
    if (unbalanced.empty()) return {1, 0};
    std::vector<Vertex> column(matrix.offsets.size() - 1, no_column);
    for (Vertex i = 0; i < unbalanced.size(); ++i) column[unbalanced[i]] = i;
    const Adjacency of_signs = submatrix(matrix, unbalanced, column);
    matrix.strengths.clear();
    const Control quiet = without_progress(control);
    const ExponentialOptions options{.shift = bound_of_radius(matrix), .within = 1e-10, .goal = Goal::sum};
    Bounds with{0, 0}, without{0, 0};
    const std::vector<Bounds> all = exponential_diagonal(matrix, options, quiet);
    for (Vertex v = 0; v < all.size(); ++v) {
        without.lower += all[v].lower, without.upper += all[v].upper;
        if (column[v] == no_column) with.lower += all[v].lower, with.upper += all[v].upper;
    }
    for (const Bounds& entry : exponential_diagonal(of_signs, options, quiet))
        with.lower += entry.lower, with.upper += entry.upper;
    const Bounds ratio{with.lower / without.upper, with.upper / without.lower};
    const WalkBalance found{ratio.middle(), ratio.half_gap() + rounding * ratio.middle()};
    if (found.error <= most_off * ratio.lower) return found;
    return {std::numeric_limits<double>::quiet_NaN(), found.error};
}

std::string too_many_walks(const FrustrationProblem& problem, std::uint64_t actors,
                           std::uint64_t most_actors) {
    if (actors > most_actors) return "more than " + counted(most_actors, "actor", "actors", Digits::grouped);
    if (actors > limits.all_walks && actors * 2 * problem.edges.size() > limits.walk_balance_visits)
        return fmt::format("more than {} actors x arcs", limits.walk_balance_visits);
    return "";
}

}  // namespace entente::balance
