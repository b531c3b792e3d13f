// Hubs and authorities (Kleinberg 1999): good hubs point to good authorities. Authorities are the dominant
// eigenvector of AᵀA, hubs of AAᵀ. Actors fall into parts by the relation "points to the same actor as"; only
// the parts with the largest eigenvalue are above 0, equal parts are each scaled to 1.
#include <fmt/format.h>

#include <algorithm>
#include <numeric>

#include "analysis/centrality/kernels.hpp"
#include "analysis/linear/krylov.hpp"
#include "analysis/linear/linear.hpp"
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
};

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
    }
    std::string remark =
        found.empty() ? "all 0: there are no ties" : "eigenvalue " + format_number(value * scale * scale);
    if (found.size() > 1) remark += fmt::format("; {} parts share it, each scaled to 1", found.size());
    hub.remark = authority.remark = remark + convergence_remark(residual);
    return {hub, authority};
}

}  // namespace entente::kernels
