// Degrees and strengths: how many ties an actor has, and how strong they are together.
#include "analysis/centrality/kernels.hpp"

namespace entente::kernels {

std::vector<Scores> degrees(const MeasureInput& input, const MeasureOptions& options,
                            const Control& control) {
    control.checkpoint();
    const Graph& graph = input.graph;
    const std::size_t n = graph.vertex_count();
    enum { degree, in_degree, out_degree, strength, in_strength, out_strength };
    std::vector<Scores> columns;
    for (const char* name : {"degree", "in_degree", "out_degree", "strength", "in_strength", "out_strength"})
        columns.push_back({name, std::vector<double>(n), {}});
    // A network of one actor has no tie to count; its degree stays 0 rather than 0/0.
    const double most = options.normalized && n > 1 ? static_cast<double>(n - 1) : 1;
    const auto total = [](const Adjacency& arcs, Vertex v) {
        double sum = 0;
        for (std::size_t arc = arcs.begin(v); arc < arcs.end(v); ++arc) sum += arcs.strength(arc);
        return sum;
    };
    for (Vertex v = 0; v < n; ++v) {
        const auto sent = static_cast<double>(graph.out().degree(v)),
                   received = static_cast<double>(graph.in().degree(v));
        columns[out_degree].values[v] = sent / most;
        columns[in_degree].values[v] = received / most;
        columns[degree].values[v] =
            graph.directed() ? (sent + received) / (options.normalized ? 2 * most : 1) : sent / most;
        columns[out_strength].values[v] = total(graph.out(), v);
        columns[in_strength].values[v] = total(graph.in(), v);
        columns[strength].values[v] =
            columns[out_strength].values[v] + (graph.directed() ? columns[in_strength].values[v] : 0);
    }
    return columns;
}

}  // namespace entente::kernels
