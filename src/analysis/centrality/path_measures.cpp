// The columns of the measures on shortest paths; the work is done in betweenness and distances.
#include "analysis/centrality/betweenness.hpp"
#include "analysis/centrality/distances.hpp"
#include "analysis/centrality/kernels.hpp"

namespace entente::kernels {

std::vector<Scores> betweenness(const MeasureInput& input, const MeasureOptions& options, const Control& control) {
    Scores scores{"betweenness", entente::betweenness(input.graph, control), {}};
    const auto n = static_cast<double>(input.graph.vertex_count());
    const double most = (n - 1) * (n - 2) / (input.graph.directed() ? 1 : 2);
    // Two actors leave no pair for a third to lie between: 0, not 0/0.
    if (options.normalized && n > 2) {
        for (double& value : scores.values) value /= most;
    }
    return {scores};
}

std::vector<Scores> closeness(const MeasureInput& input, const MeasureOptions& options, const Control& control) {
    Distances found = distances(input.graph, control);
    const std::size_t n = input.graph.vertex_count();
    if (options.normalized && n > 1) {
        for (double& value : found.harmonic) value /= static_cast<double>(n - 1);
    }
    std::vector<double> eccentricity(found.eccentricity.begin(), found.eccentricity.end());
    std::vector<double> close = entente::closeness(found);
    return {{"closeness", std::move(close), {}}, {"harmonic", std::move(found.harmonic), {}}, {"eccentricity", std::move(eccentricity), {}}};
}

}  // namespace entente::kernels
