// Eigenvector centrality (Bonacich 1972): an actor is as central as those tied to it (directed: those whose
// ties it receives), x_v = Σ w_uv x_u / λ, with the largest λ. Where the network falls apart, only the parts
// with the largest λ and what they lead to are above 0; equal parts are each scaled to 1.
#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <limits>

#include "analysis/centrality/kernels.hpp"
#include "analysis/linear/krylov.hpp"
#include "analysis/linear/linear.hpp"
#include "analysis/linear/small_entries.hpp"
#include "analysis/linear/spectrum.hpp"
#include "analysis/linear/wide_range.hpp"
#include "base/number.hpp"

namespace entente::kernels {

namespace {

// Walks from one part after another, with one memory for all of them.
class Downstream {
public:
    explicit Downstream(const Graph& graph) : graph_(graph), seen_(graph.vertex_count(), 0) {}

    // Everyone that the part leads to along ties of positive strength, the part included, ascending.
    std::vector<Vertex> of(const std::vector<Vertex>& part) {
        ++walk_;
        std::vector<Vertex> queue = part;
        for (const Vertex v : part) seen_[v] = walk_;
        const Adjacency& out = graph_.out();
        for (std::size_t head = 0; head < queue.size(); ++head) {
            for (std::size_t arc = out.begin(queue[head]); arc < out.end(queue[head]); ++arc) {
                const Vertex w = out.targets[arc];
                if (seen_[w] == walk_ || out.strength(arc) == 0) continue;
                seen_[w] = walk_;
                queue.push_back(w);
            }
        }
        std::sort(queue.begin(), queue.end());
        return queue;
    }

private:
    const Graph& graph_;
    std::vector<std::uint32_t> seen_;
    std::uint32_t walk_ = 0;
};

// The eigenvector of the part and all it leads to, given that no part further down has as large an
// eigenvalue.
EigenPair spread(const Graph& graph, const std::vector<Vertex>& part, const std::vector<double>& alone,
                 const std::vector<Vertex>& reached, std::vector<Vertex>& column, const Control& control) {
    for (Vertex i = 0; i < reached.size(); ++i) column[reached[i]] = i;
    Adjacency matrix = submatrix(graph.in(), reached, column);
    double strongest = 0;
    for (const double strength : matrix.strengths) strongest = std::max(strongest, strength);
    for (double& strength : matrix.strengths) strength /= power_of_two_near(strongest);
    std::vector<double> start(reached.size(), 1);
    std::vector<Vertex> place;
    for (std::size_t i = 0; i < part.size(); ++i) {
        place.push_back(column[part[i]]);
        start[place.back()] = alone[i];
    }
    for (const Vertex v : reached) column[v] = no_column;
    if (is_wide(matrix)) {
        WideEigenvector found = wide_eigenvector(matrix, place);
        const double unknown = std::numeric_limits<double>::infinity();
        return {.value = found.value,
                .vector = std::move(found.vector),
                .residual = found.certain ? 0 : unknown,
                .converged = found.certain};
    }
    const RowBlocks blocks(matrix);
    const Control quiet = without_progress(control);
    return dominant_eigenpair([&](std::span<const double> x,
                                  std::span<double> result) { multiply(matrix, blocks, x, result, quiet); },
                              std::move(start), control);
}

// Where strengths range widely in more rows than can be solved with certainty, the digits of an entry this
// far below the largest are not known.
std::size_t empty_uncertain(std::vector<double>& values) {
    constexpr double uncertain = 1e-10;
    std::size_t count = 0;
    for (double& value : values) {
        if (value > 0 && value < uncertain) value = undefined, ++count;
    }
    return count;
}

}  // namespace

std::vector<Scores> eigenvector(const MeasureInput& input, const MeasureOptions&, const Control& control) {
    const Graph& graph = input.graph;
    const DominantParts dominant = dominant_parts(graph, control);
    Scores scores{"eigenvector", std::vector<double>(graph.vertex_count(), 0), {}};
    if (dominant.value == 0) {
        scores.remark = graph.directed() ? "all 0: no tie lies on a cycle" : "all 0: there are no ties";
        return {scores};
    }
    if (!dominant.fits) {
        std::ranges::fill(scores.values, undefined);
        scores.remark = unfit_remark();
        return {scores};
    }
    double residual = dominant.residual;
    std::size_t used = 0, most_reached = 0;
    Downstream downstream(graph);
    std::vector<Vertex> column(graph.vertex_count(), no_column);
    std::vector<char> is_dominant(graph.vertex_count(), 0);
    for (const auto& part : dominant.parts) {
        for (const Vertex v : part) is_dominant[v] = 1;
    }
    for (std::size_t p = 0; p < dominant.parts.size(); ++p) {
        const std::vector<Vertex>& part = dominant.parts[p];
        const std::vector<Vertex> reached = graph.directed() ? downstream.of(part) : part;
        const auto others = static_cast<std::size_t>(
            std::count_if(reached.begin(), reached.end(), [&](Vertex v) { return is_dominant[v] != 0; }));
        if (others > part.size()) continue;  // all it has flows on to an equal further down
        ++used;
        most_reached = std::max(most_reached, reached.size());
        const bool alone = reached.size() == part.size();
        const EigenPair whole = alone ? EigenPair{dominant.value, dominant.vectors[p], 0, true}
                                      : spread(graph, part, dominant.vectors[p], reached, column, control);
        residual = std::max(residual, whole.residual);
        for (std::size_t i = 0; i < reached.size(); ++i) scores.values[reached[i]] += whole.vector[i];
    }
    if (!std::isfinite(residual)) {
        std::ranges::fill(scores.values, undefined);
        scores.remark = unfit_remark();
        return {scores};
    }
    const double largest = *std::max_element(scores.values.begin(), scores.values.end());
    for (double& value : scores.values) value /= largest;
    std::size_t lost = refine_small_entries(graph.in(), dominant.value, scores.values, control);
    if (graph.directed() && most_reached > most_wide_rows && strengths_range_widely(graph.in()))
        lost += empty_uncertain(scores.values);
    scores.remark = "eigenvalue " + format_number(dominant.value);
    if (used > 1) scores.remark += fmt::format("; {} parts share it, each scaled to 1", used);
    scores.remark += convergence_remark(residual) + lost_remark(lost);
    return {scores};
}

}  // namespace entente::kernels
