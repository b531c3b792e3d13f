// Degrees and strengths: how many ties an actor has, and how strong they are together.
#include "analysis/centrality/kernels.hpp"
#include "analysis/centrality/modes.hpp"

namespace entente::kernels {

namespace {

// vertex -> with how many others it can have ties: in two-mode data with those of the other mode. 1 where
// nothing is divided by it; and an actor that has no other has no tie to count: 0, not 0/0.
std::vector<double> most_contacts(const MeasureInput& input, bool normalized) {
    const std::size_t n = input.graph.vertex_count();
    std::vector<double> most(n, normalized && n > 1 ? static_cast<double>(n - 1) : 1.0);
    const std::optional<ModeSizes> modes = normalized ? mode_sizes(input) : std::nullopt;
    for (std::size_t v = 0; modes && v < n; ++v) {
        if (modes->other[v] > 0) most[v] = modes->other[v];
    }
    return most;
}

}  // namespace

std::vector<Scores> degrees(const MeasureInput& input, const MeasureOptions& options,
                            const Control& control) {
    control.checkpoint();
    const Graph& graph = input.graph;
    const std::size_t n = graph.vertex_count();
    enum { degree, in_degree, out_degree, strength, in_strength, out_strength };
    std::vector<Scores> columns;
    for (const char* name : {"degree", "in_degree", "out_degree", "strength", "in_strength", "out_strength"})
        columns.push_back({name, std::vector<double>(n), {}});
    const std::vector<double> most = most_contacts(input, options.normalized);
    const auto total = [](const Adjacency& arcs, Vertex v) {
        double sum = 0;
        for (std::size_t arc = arcs.begin(v); arc < arcs.end(v); ++arc) sum += arcs.strength(arc);
        return sum;
    };
    const bool two_modes = options.normalized && mode_sizes(input);
    if (two_modes) {
        for (const auto column : {degree, in_degree, out_degree})
            columns[column].remark = "divided by the size of the other mode (Borgatti & Everett 1997)";
    }
    for (Vertex v = 0; v < n; ++v) {
        const auto sent = static_cast<double>(graph.out().degree(v)),
                   received = static_cast<double>(graph.in().degree(v));
        columns[out_degree].values[v] = sent / most[v];
        columns[in_degree].values[v] = received / most[v];
        columns[degree].values[v] =
            graph.directed() ? (sent + received) / (options.normalized ? (two_modes ? 1 : 2) * most[v] : 1)
                             : sent / most[v];
        columns[out_strength].values[v] = total(graph.out(), v);
        columns[in_strength].values[v] = total(graph.in(), v);
        columns[strength].values[v] =
            columns[out_strength].values[v] + (graph.directed() ? columns[in_strength].values[v] : 0);
    }
    return columns;
}

}  // namespace entente::kernels
