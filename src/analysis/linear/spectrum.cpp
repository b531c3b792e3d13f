#include "analysis/linear/spectrum.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>

#include "analysis/linear/krylov.hpp"
#include "analysis/linear/linear.hpp"
#include "analysis/linear/small_entries.hpp"
#include "analysis/linear/wide_range.hpp"
#include "graph/components.hpp"

namespace entente {

namespace {

bool has_empty_ties(const Graph& graph) {
    return std::any_of(graph.merged.ties.begin(), graph.merged.ties.end(),
                       [](const MergedTie& tie) { return tie.strength == 0; });
}

// A tie of strength 0 leads nowhere: the parts are those of the others.
std::vector<std::vector<Vertex>> cyclic_parts(const Graph& graph) {
    Components components;
    if (graph.weighted() && has_empty_ties(graph)) {
        MergedTies kept;
        kept.first_row.push_back(0);
        for (const MergedTie& tie : graph.merged.ties) {
            if (tie.strength == 0) continue;
            kept.ties.push_back(tie);
            kept.first_row.push_back(0);
        }
        const Graph without(graph.actors, std::move(kept), graph.directed(), true);
        components = graph.directed() ? strong_components(without) : weak_components(without);
    } else {
        components = graph.directed() ? strong_components(graph) : weak_components(graph);
    }
    std::vector<std::vector<Vertex>> parts(components.count());
    for (Vertex v = 0; v < graph.vertex_count(); ++v) {
        if (components.sizes[components.of[v]] > 1) parts[components.of[v]].push_back(v);
    }
    std::erase_if(parts, [](const std::vector<Vertex>& part) { return part.empty(); });
    return parts;
}

// A power of two that brings the largest strength to about 1, exactly: squares of what is left are then
// within the range of numbers.
double scale_of(const Graph& graph) {
    double largest = 0;
    for (const MergedTie& tie : graph.merged.ties) largest = std::max(largest, tie.strength);
    return graph.weighted() && largest > 0 ? power_of_two_near(largest) : 1;
}

// No eigenvalue of the part is above max (A r)_v / r_v for a positive r (Collatz 1942); here r is the row
// sums.
double bound(const Adjacency& rows, double scale, const std::vector<Vertex>& part,
             const std::vector<std::uint32_t>& part_of, std::uint32_t mine, std::vector<double>& row_sum) {
    double highest = 0;
    const auto within = [&](Vertex v, const auto& value) {
        double sum = 0;
        for (std::size_t arc = rows.begin(v); arc < rows.end(v); ++arc) {
            if (part_of[rows.targets[arc]] == mine)
                sum += rows.strength(arc) / scale * value(rows.targets[arc]);
        }
        return sum;
    };
    for (const Vertex v : part) row_sum[v] = within(v, [](Vertex) { return 1.0; });
    for (const Vertex v : part)
        highest = std::max(highest, within(v, [&](Vertex w) { return row_sum[w]; }) / row_sum[v]);
    return highest;
}

// Of a whole matrix that is_wide: nothing is known unless its value and vector are certain.
EigenPair wide_pair(const Adjacency& matrix) {
    std::vector<Vertex> all(matrix.offsets.size() - 1);
    std::iota(all.begin(), all.end(), Vertex{0});
    WideEigenvector found = wide_eigenvector(matrix, all);
    return {
        .value = found.value, .vector = std::move(found.vector), .residual = 0, .converged = found.certain};
}

EigenPair eigenpair_of(const Graph& graph, double scale, const std::vector<Vertex>& part,
                       std::vector<Vertex>& column, const Control& control) {
    const std::vector<Vertex> order = by_degree(graph.in(), part);
    for (Vertex i = 0; i < order.size(); ++i) column[order[i]] = i;
    Adjacency matrix = submatrix(graph.in(), order, column);
    for (double& strength : matrix.strengths) strength /= scale;
    const RowBlocks blocks(matrix);
    const Control quiet = without_progress(control);
    std::vector<double> start(part.size(), 1);
    const auto apply = [&](std::span<const double> x, std::span<double> result) {
        multiply(matrix, blocks, x, result, quiet);
    };
    const bool wide = graph.directed() && is_wide(matrix);
    EigenPair pair = wide               ? wide_pair(matrix)
                     : graph.directed() ? dominant_eigenpair(apply, std::move(start), control)
                                        : dominant_symmetric_eigenpair(apply, std::move(start), control);
    if (wide && !pair.converged) pair.residual = std::numeric_limits<double>::infinity();
    std::vector<double> vector(part.size());
    for (std::size_t i = 0; i < part.size(); ++i) vector[i] = pair.vector[column[part[i]]];
    pair.vector = std::move(vector);
    for (const Vertex v : part) column[v] = no_column;
    return pair;
}

// Whether x_v = Σ strength · x_target / value holds in every row of the part, the sum being over the part.
bool holds(const Adjacency& rows, double value, const std::vector<Vertex>& part,
           const std::vector<std::uint32_t>& part_of, const std::vector<double>& x) {
    constexpr double most = 1e-6;  // of the entry
    return std::ranges::all_of(part, [&](Vertex v) {
        double sum = 0;
        for (std::size_t arc = rows.begin(v); arc < rows.end(v); ++arc) {
            const Vertex from = rows.targets[arc];
            if (part_of[from] == part_of[v] && x[from] != 0) sum += rows.strength(arc) / value * x[from];
        }
        return std::abs(sum - x[v]) <= most * std::max(sum, x[v]);  // false where an entry is not known
    });
}

// Whether a row of the part takes its entry from one that is much smaller, whose digits rounding may have
// lost.
bool magnifies(const Adjacency& rows, double value, const std::vector<Vertex>& part) {
    constexpr double much = 1e6;
    return std::ranges::any_of(part, [&](Vertex v) {
        for (std::size_t arc = rows.begin(v); arc < rows.end(v); ++arc)
            if (rows.strength(arc) / value > much) return true;
        return false;
    });
}

// Of each part with its vector, whose small entries are taken anew where that matters.
bool all_hold(const Graph& graph, const DominantParts& dominant, const std::vector<std::uint32_t>& part_of,
              const Control& control) {
    const Adjacency& rows = graph.in();
    std::vector<double> x(graph.vertex_count(), 0);
    for (std::size_t p = 0; p < dominant.parts.size(); ++p) {
        const std::vector<Vertex>& part = dominant.parts[p];
        if (!magnifies(rows, dominant.value, part)) continue;
        for (std::size_t i = 0; i < part.size(); ++i) x[part[i]] = dominant.vectors[p][i];
        std::vector<double> refined = x;
        refine_small_entries(rows, dominant.value, refined, control);
        if (!holds(rows, dominant.value, part, part_of, refined)) return false;
        for (const Vertex v : part) x[v] = 0;
    }
    return true;
}

}  // namespace

Adjacency submatrix(const Adjacency& matrix, const std::vector<Vertex>& rows,
                    const std::vector<Vertex>& column) {
    Adjacency result;
    result.offsets.reserve(rows.size() + 1);
    std::size_t arcs = 0;
    for (const Vertex row : rows) arcs += matrix.degree(row);
    result.targets.reserve(arcs);
    if (!matrix.strengths.empty()) result.strengths.reserve(arcs);
    result.offsets.push_back(0);
    for (const Vertex row : rows) {
        for (std::size_t arc = matrix.begin(row); arc < matrix.end(row); ++arc) {
            if (column[matrix.targets[arc]] == no_column || matrix.strength(arc) == 0) continue;
            result.targets.push_back(column[matrix.targets[arc]]);
            if (!matrix.strengths.empty()) result.strengths.push_back(matrix.strengths[arc]);
        }
        result.offsets.push_back(result.targets.size());
    }
    return result;
}

std::vector<Vertex> by_degree(const Adjacency& adjacency, const std::vector<Vertex>& vertices) {
    constexpr std::size_t most = 64;
    const auto place_of = [&](Vertex v) { return most - std::min(most, adjacency.degree(v)); };
    std::vector<std::size_t> start(most + 2, 0);
    for (const Vertex v : vertices) ++start[place_of(v) + 1];
    std::partial_sum(start.begin(), start.end(), start.begin());
    std::vector<Vertex> order(vertices.size());
    for (const Vertex v : vertices) order[start[place_of(v)]++] = v;
    return order;
}

DominantParts dominant_parts(const Graph& graph, const Control& control) {
    constexpr double same = 1e-10;
    const std::vector<std::vector<Vertex>> parts = cyclic_parts(graph);
    std::vector<std::uint32_t> part_of(graph.vertex_count(), static_cast<std::uint32_t>(parts.size()));
    for (std::uint32_t p = 0; p < parts.size(); ++p) {
        for (const Vertex v : parts[p]) part_of[v] = p;
    }
    const double scale = scale_of(graph);
    std::vector<double> bounds(parts.size()), row_sum(graph.vertex_count(), 0);
    for (std::uint32_t p = 0; parts.size() > 1 && p < parts.size(); ++p)
        bounds[p] = bound(graph.in(), scale, parts[p], part_of, p, row_sum);
    std::vector<std::uint32_t> order(parts.size());
    std::iota(order.begin(), order.end(), 0U);
    std::stable_sort(order.begin(), order.end(),
                     [&](std::uint32_t a, std::uint32_t b) { return bounds[a] > bounds[b]; });

    std::vector<std::pair<std::uint32_t, EigenPair>> found;
    std::vector<Vertex> column(graph.vertex_count(), no_column);
    double largest = 0;
    for (const std::uint32_t p : order) {
        if (bounds[p] < largest * (1 - same)) break;
        found.emplace_back(p, eigenpair_of(graph, scale, parts[p], column, control));
        largest = std::max(largest, found.back().second.value);
    }
    std::sort(found.begin(), found.end(), [](const auto& a, const auto& b) { return a.first < b.first; });
    DominantParts result;
    result.value = largest * scale;
    for (auto& [part, pair] : found) {
        if (pair.value < largest * (1 - same)) continue;
        result.parts.push_back(parts[part]);
        result.vectors.push_back(std::move(pair.vector));
        result.residual = std::max(result.residual, pair.residual);
    }
    if (graph.directed())
        result.fits = std::isfinite(result.residual) && all_hold(graph, result, part_of, control);
    return result;
}

double power_of_two_near(double value) {
    int exponent = 0;
    std::frexp(value, &exponent);
    return std::ldexp(1.0, std::clamp(exponent, -1021, 1023));
}

std::string unfit_remark() {
    return "left empty: the strengths differ so much that rounding decides the largest eigenvalue";
}

std::string convergence_remark(double residual) {
    return residual <= 1e-12 ? std::string()
                             : fmt::format("; not converged: relative residual {:.1e}", residual);
}

}  // namespace entente
