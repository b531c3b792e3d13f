#include "analysis/null_model/null_model.hpp"

#include <algorithm>
#include <array>
#include <cmath>

#include "analysis/community/algorithms/leiden.hpp"
#include "analysis/community/modularity.hpp"
#include "analysis/null_model/chain_length.hpp"
#include "analysis/null_model/rewiring.hpp"
#include "analysis/summary/mixing.hpp"
#include "analysis/summary/triads.hpp"
#include "base/shared_blocks.hpp"

namespace entente {

namespace {

constexpr std::array names{"transitivity", "reciprocity", "degree_assortativity", "modularity"};
using Figures = std::array<double, names.size()>;

double highest_modularity(const Graph& graph, Random& random, const Control& control) {
    const community::ModularityGraph modularity = community::modularity_graph(symmetrized(graph), 1);
    const int runs = graph.vertex_count() <= 1000 ? 5 : 1;
    double best = undefined;
    for (int run = 0; run < runs && graph.tie_count() > 0; ++run) {
        const double q = community::modularity(modularity, community::leiden(modularity, random, control));
        if (!(q <= best)) best = q;
    }
    return best;
}

Figures figures_of(const Graph& graph, Random& random, const Control& control) {
    const Triads three = triads(graph, control);
    double closed = 0, meeting = 0, ends = 0;
    for (std::size_t v = 0; v < three.neighbors.size(); ++v) {
        const auto d = static_cast<double>(three.neighbors[v]);
        closed += static_cast<double>(three.triangles[v]);
        meeting += d * (d - 1) / 2;
        ends += d;
    }
    const auto arcs = static_cast<double>(graph.tie_count());
    return {meeting > 0 ? closed / meeting : undefined,
            graph.directed() && arcs > 0 ? 2 * (arcs - ends / 2) / arcs : undefined,
            degree_assortativity(graph), highest_modularity(graph, random, control)};
}

NullFigure figure_of(const char* name, double observed, std::vector<double> drawn) {
    NullFigure result;
    result.name = name;
    result.observed = observed;
    std::erase_if(drawn, [](double x) { return std::isnan(x); });
    result.defined = static_cast<std::uint32_t>(drawn.size());
    if (drawn.empty()) return result;
    const auto count = static_cast<double>(drawn.size());
    double sum = 0, squares = 0;
    for (const double x : drawn) sum += x;
    result.mean = sum / count;
    for (const double x : drawn) squares += (x - result.mean) * (x - result.mean);
    if (drawn.size() > 1) result.deviation = std::sqrt(squares / (count - 1));
    if (std::isnan(observed)) return result;
    if (result.deviation > 1e-12 * std::abs(result.mean))
        result.z = (observed - result.mean) / result.deviation;
    const double distance = std::abs(observed - result.mean) - 1e-12;
    const auto as_far = std::count_if(drawn.begin(), drawn.end(),
                                      [&](double x) { return std::abs(x - result.mean) >= distance; });
    result.p = (static_cast<double>(as_far) + 1) / (count + 1);
    return result;
}

}  // namespace

NullModelComparison compare_with_null(const Graph& graph, const NullOptions& options,
                                      const Control& control) {
    NullModelComparison result;
    result.model = graph.directed()
                       ? "every actor keeps its numbers of incoming and outgoing ties; who is tied to whom "
                         "is drawn at random"
                       : "every actor keeps its number of ties; who is tied to whom is drawn at random";
    result.replicates = options.replicates;
    Control alone;  // a replicate is the work of one thread
    alone.stop = control.stop;
    Random first(options.seed, 0);
    const Figures observed = figures_of(graph, first, alone);
    Random pilot(options.seed, std::uint64_t{1} << 32);
    const std::uint64_t trials = rewiring_trials(graph, pilot);
    // The figures, then the exchanges accepted.
    const auto drawn =
        shared_blocks<double>({"draws", options.replicates}, control, [&](std::size_t replicate, unsigned) {
            Random random(options.seed, replicate + 1);
            const RewiredGraph rewiring = rewired(graph, trials, random);
            const Figures figures = figures_of(rewiring.graph, random, alone);
            std::vector<double> numbers(figures.begin(), figures.end());
            numbers.push_back(static_cast<double>(rewiring.accepted));
            return numbers;
        });
    std::vector<std::uint64_t> accepted;
    for (const std::vector<double>& numbers : drawn)
        accepted.push_back(static_cast<std::uint64_t>(numbers.back()));
    result.exchanges = exchanges_of(graph.tie_count(), trials, accepted);
    for (std::size_t f = 0; f < names.size(); ++f) {
        std::vector<double> values;
        for (const std::vector<double>& figures : drawn) values.push_back(figures[f]);
        result.figures.push_back(figure_of(names[f], observed[f], std::move(values)));
        if (!(result.exchanges.accepted_a_tie > 0)) result.figures[f].z = result.figures[f].p = undefined;
    }
    return result;
}

}  // namespace entente
