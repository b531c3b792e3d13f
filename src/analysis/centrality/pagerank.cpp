// PageRank (Brin & Page 1998) by pull iteration: every actor collects, over the ties it receives, its share of the senders' rank.
#include "analysis/centrality/kernels.hpp"
#include "analysis/centrality/linear.hpp"

#include <fmt/format.h>

#include <cmath>

namespace entente::kernels {

namespace {

constexpr double damping = 0.85;
constexpr double close_enough = 1e-15;  // change of the whole vector in one step, absolute values added
constexpr int most_steps = 400;         // 0.85^400 is far below: the change stops where rounding does

std::vector<double> strengths_sent(const Graph& graph) {
    std::vector<double> sent(graph.vertex_count(), 0);
    for (Vertex v = 0; v < graph.vertex_count(); ++v) {
        for (std::size_t arc = graph.out().begin(v); arc < graph.out().end(v); ++arc) sent[v] += graph.out().strength(arc);
    }
    return sent;
}

double sum(const std::vector<double>& values) {
    double total = 0;
    for (const double value : values) total += value;
    return total;
}

}  // namespace

std::vector<Scores> pagerank(const MeasureInput& input, const MeasureOptions&, const Control& control) {
    const Graph& graph = input.graph;
    const std::size_t n = graph.vertex_count();
    if (n == 0) return {{"pagerank", {}, {}}};
    const Control quiet = without_progress(control);
    const std::vector<double> sent = strengths_sent(graph);
    const RowBlocks blocks(graph.in());
    std::vector<double> rank(n, 1 / static_cast<double>(n)), passed(n), changes(blocks.size()), resting(blocks.size());
    double change = 1;
    for (int step = 0; step < most_steps && change > close_enough; ++step) {
        parallel_blocks(blocks.size(), quiet, [&](std::size_t block, unsigned) {
            double rest = 0;
            for (Vertex v = blocks.begin(block); v < blocks.end(block); ++v) {
                passed[v] = sent[v] > 0 ? rank[v] / sent[v] : 0;
                if (!(sent[v] > 0)) rest += rank[v];
            }
            resting[block] = rest;
        });
        const double everyone = (1 - damping + damping * sum(resting)) / static_cast<double>(n);
        parallel_blocks(blocks.size(), quiet, [&](std::size_t block, unsigned) {
            double moved = 0;
            for (Vertex v = blocks.begin(block); v < blocks.end(block); ++v) {
                const double next = everyone + damping * row_times(graph.in(), v, passed);
                moved += std::abs(next - rank[v]);
                rank[v] = next;
            }
            changes[block] = moved;
        });
        change = sum(changes);
    }
    return {{"pagerank", std::move(rank), change > 1e-12 ? fmt::format("not converged: still moving by {:.1e}", change) : std::string()}};
}

}  // namespace entente::kernels
