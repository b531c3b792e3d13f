// Hubs and authorities (Kleinberg 1999): good hubs point to good authorities. Authorities are the dominant
// eigenvector of AᵀA, hubs of AAᵀ. Actors fall into parts by the relation "points to the same actor as"; only
// the parts with the largest eigenvalue are above 0, equal parts are each scaled to 1.
#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>

#include "analysis/centrality/kernels.hpp"
#include "analysis/linear/krylov.hpp"
#include "analysis/linear/linear.hpp"
#include "analysis/linear/small_entries.hpp"
#include "analysis/linear/spectrum.hpp"
#include "base/number.hpp"

namespace entente::kernels {

namespace {

// Those who send and those who receive, tied together by ties of positive strength.
struct Part {
    std::vector<Vertex> hubs, authorities;
    double bound = 0;
};

// No eigenvalue of AᵀA is above its largest row sum.
void set_bounds(const Graph& graph, double scale, std::vector<Part>& parts) {
    const Adjacency &out = graph.out(), &in = graph.in();
    const std::vector<double> ones(graph.vertex_count(),
                                   1 / scale);  // divided first, so that nothing leaves the range of numbers
    std::vector<double> sent(graph.vertex_count());
    for (Vertex v = 0; v < sent.size(); ++v) sent[v] = row_times(out, v, ones) / scale;
    for (Part& part : parts) {
        for (const Vertex v : part.authorities) part.bound = std::max(part.bound, row_times(in, v, sent));
    }
}

std::vector<Part> parts_of(const Graph& graph, double scale) {
    const Adjacency &out = graph.out(), &in = graph.in();
    std::vector<char> sends(graph.vertex_count(), 0), receives(graph.vertex_count(), 0);
    std::vector<Part> parts;
    for (Vertex root = 0; root < graph.vertex_count(); ++root) {
        if (sends[root] != 0 || out.degree(root) == 0) continue;
        Part part{{root}, {}, 0};
        sends[root] = 1;
        const auto follow = [](const Adjacency& arcs, Vertex from, std::vector<char>& seen,
                               std::vector<Vertex>& found) {
            for (std::size_t arc = arcs.begin(from); arc < arcs.end(from); ++arc) {
                if (arcs.strength(arc) == 0 || seen[arcs.targets[arc]] != 0) continue;
                seen[arcs.targets[arc]] = 1;
                found.push_back(arcs.targets[arc]);
            }
        };
        for (std::size_t h = 0, a = 0; h < part.hubs.size() || a < part.authorities.size();) {
            if (h < part.hubs.size()) follow(out, part.hubs[h++], receives, part.authorities);
            else follow(in, part.authorities[a++], sends, part.hubs);
        }
        if (part.authorities.empty()) continue;
        part.hubs = by_degree(out, part.hubs);
        part.authorities = by_degree(in, part.authorities);
        parts.push_back(std::move(part));
    }
    if (parts.size() > 1) set_bounds(graph, scale, parts);
    return parts;
}

struct Solved {
    EigenPair authorities;
    std::vector<double> hubs;
    std::size_t lost_authorities = 0, lost_hubs = 0;  // too small for a number
};

// The small entries of both from a = R h and h = S a, each scaled to 1: authorities first, then hubs, as the
// vertices of one matrix. `largest` is that of S a before it was scaled.
void refine(const Adjacency& sent, const Adjacency& received, double largest, Solved& solved,
            const Control& control) {
    const std::size_t authorities = solved.authorities.vector.size();
    Adjacency rows{{0}, {}, {}, {}};
    const auto add = [&](const Adjacency& of, std::size_t shift, double factor) {
        for (Vertex v = 0; v + 1 < of.offsets.size(); ++v) {
            for (std::size_t arc = of.begin(v); arc < of.end(v); ++arc) {
                rows.targets.push_back(of.targets[arc] + static_cast<Vertex>(shift));
                rows.strengths.push_back(
                    std::max(of.strength(arc) * factor, std::numeric_limits<double>::denorm_min()));
            }
            rows.offsets.push_back(rows.targets.size());
        }
    };
    add(received, authorities, largest / solved.authorities.value);
    add(sent, 0, 1 / largest);
    std::vector<double> values = solved.authorities.vector;
    values.insert(values.end(), solved.hubs.begin(), solved.hubs.end());
    if (refine_small_entries(rows, 1, values, control) == 0 &&
        std::ranges::all_of(values, [](double value) { return value >= 1e-4; }))
        return;
    const auto middle = values.begin() + static_cast<std::ptrdiff_t>(authorities);
    solved.authorities.vector.assign(values.begin(), middle);
    solved.hubs.assign(middle, values.end());
    const auto lost = [](const std::vector<double>& of) {
        return static_cast<std::size_t>(std::ranges::count_if(of, [](double x) { return std::isnan(x); }));
    };
    solved.lost_authorities = lost(solved.authorities.vector);
    solved.lost_hubs = lost(solved.hubs);
}

Solved solve(const Graph& graph, double scale, const Part& part, std::vector<Vertex>& column,
             const Control& control) {
    const auto between = [&](const Adjacency& arcs, const std::vector<Vertex>& rows,
                             const std::vector<Vertex>& columns) {
        for (Vertex i = 0; i < columns.size(); ++i) column[columns[i]] = i;
        Adjacency matrix = submatrix(arcs, rows, column);
        for (double& strength : matrix.strengths) strength /= scale;
        for (const Vertex v : columns) column[v] = no_column;
        return matrix;
    };
    const Adjacency sent = between(graph.out(), part.hubs, part.authorities),
                    received = between(graph.in(), part.authorities, part.hubs);
    const RowBlocks sent_blocks(sent), received_blocks(received);
    const Control quiet = without_progress(control);
    Solved solved{{}, std::vector<double>(part.hubs.size())};
    solved.authorities = dominant_symmetric_eigenpair(
        [&](std::span<const double> x, std::span<double> result) {
            multiply(sent, sent_blocks, x, solved.hubs, quiet);
            multiply(received, received_blocks, solved.hubs, result, quiet);
        },
        std::vector<double>(part.authorities.size(), 1), control);
    multiply(sent, sent_blocks, solved.authorities.vector, solved.hubs, quiet);
    const double largest = *std::max_element(solved.hubs.begin(), solved.hubs.end());
    for (double& value : solved.hubs) value /= largest;
    refine(sent, received, largest, solved, control);
    return solved;
}

}  // namespace

std::vector<Scores> hubs_and_authorities(const MeasureInput& input, const MeasureOptions&,
                                         const Control& control) {
    constexpr double same = 1e-10;
    const Graph& graph = input.graph;
    double strongest = 0;
    for (const MergedTie& tie : graph.merged.ties) strongest = std::max(strongest, tie.strength);
    const double scale = graph.weighted() && strongest > 0 ? power_of_two_near(strongest) : 1;
    std::vector<Part> parts = parts_of(graph, scale);
    std::stable_sort(parts.begin(), parts.end(),
                     [](const Part& a, const Part& b) { return a.bound > b.bound; });
    std::vector<std::pair<const Part*, Solved>> found;
    std::vector<Vertex> column(graph.vertex_count(), no_column);
    double value = 0, residual = 0;
    std::size_t lost_hubs = 0, lost_authorities = 0;
    for (const Part& part : parts) {
        if (part.bound < value * (1 - same)) break;
        found.emplace_back(&part, solve(graph, scale, part, column, control));
        value = std::max(value, found.back().second.authorities.value);
    }
    std::erase_if(found,
                  [&](const auto& entry) { return entry.second.authorities.value < value * (1 - same); });
    Scores hub{"hub", std::vector<double>(graph.vertex_count(), 0), {}},
        authority{"authority", std::vector<double>(graph.vertex_count(), 0), {}};
    for (const auto& [part, solved] : found) {
        for (std::size_t i = 0; i < part->hubs.size(); ++i) hub.values[part->hubs[i]] = solved.hubs[i];
        for (std::size_t i = 0; i < part->authorities.size(); ++i)
            authority.values[part->authorities[i]] = solved.authorities.vector[i];
        residual = std::max(residual, solved.authorities.residual);
        lost_hubs += solved.lost_hubs;
        lost_authorities += solved.lost_authorities;
    }
    const double eigenvalue = value * scale * scale;
    std::string remark = found.empty() ? "all 0: there are no ties"
                         : std::isfinite(eigenvalue) && eigenvalue > std::numeric_limits<double>::min()
                             ? "eigenvalue " + format_number(eigenvalue)
                             : "eigenvalue (" + format_number(std::sqrt(value) * scale) + ")²";
    if (found.size() > 1) remark += fmt::format("; {} parts share it, each scaled to 1", found.size());
    remark += convergence_remark(residual);
    hub.remark = remark + lost_remark(lost_hubs);
    authority.remark = remark + lost_remark(lost_authorities);
    return {hub, authority};
}

}  // namespace entente::kernels
