// The columns of the measures on shortest paths; the work is done in betweenness, distances and sampling.
#include "analysis/centrality/betweenness.hpp"
#include "analysis/centrality/distances.hpp"
#include "analysis/centrality/kernels.hpp"
#include "analysis/centrality/modes.hpp"
#include "analysis/centrality/sampling.hpp"
#include "base/number.hpp"

namespace entente::kernels {

namespace {

constexpr double kept_with = 0.9;  // the probability with which no actor's error exceeds the one stated

SamplingOptions sampling(const MeasureOptions& options) {
    return {options.approximate, kept_with, options.seed};
}

const char* const exact_after_all = "exact: a sample for this error would take longer";

Scores betweenness_scores(const MeasureInput& input, const MeasureOptions& options, const Control& control) {
    if (options.approximate == 0) return {"betweenness", entente::betweenness(input.graph, control), {}};
    SampledBetweenness found = sampled_betweenness(input.graph, sampling(options), control);
    std::string remark = exact_after_all;
    if (found.samples > 0) {
        remark = "approximate: " + std::to_string(found.samples) +
                 " shortest paths drawn; with probability " + format_number(kept_with) +
                 " every normalized value is right to within " + format_number(options.approximate);
    }
    return {"betweenness", std::move(found.values), std::move(remark)};
}

struct DistanceScores {
    Distances distances;  // eccentricity is empty when sampled
    std::string remark, harmonic_remark;
};

DistanceScores distance_scores(const MeasureInput& input, const MeasureOptions& options,
                               const Control& control) {
    if (options.approximate == 0) return {distances(input.graph, control), {}, {}};
    SampledDistances found = sampled_distances(input.graph, sampling(options), control);
    std::string remark =
        input.graph.directed() ? "exact: distances of directed ties are not sampled" : exact_after_all;
    std::string harmonic_remark = remark;
    if (found.samples > 0) {
        const auto within = [&](const char* mean, const char* of) {
            return "approximate: distances to " + std::to_string(found.samples) +
                   " actors drawn; with probability " + format_number(kept_with) + " every mean " + mean +
                   " is right to within " + format_number(options.approximate) + " of the " + of;
        };
        remark = within("distance", "longest distance");
        harmonic_remark = within("of 1/distance", "largest 1/distance");
    }
    return {{std::move(found.reached), std::move(found.total), std::move(found.harmonic),
             std::move(found.eccentricity)},
            std::move(remark),
            std::move(harmonic_remark)};
}

const char* const by_mode = "divided by what actors of its mode can have (Borgatti & Everett 1997)";

void divide_by_mode(const ModeSizes& modes, Scores& scores) {
    for (std::size_t v = 0; v < scores.values.size(); ++v) {
        const double most = most_betweenness(modes.own[v], modes.other[v]);
        if (most > 0) scores.values[v] /= most;
    }
    scores.remark += (scores.remark.empty() ? "" : "; ") + std::string(by_mode);
}

// Of the distances there are: one to each of the other mode, two to each of its own, over the sum.
void scale_by_mode(const ModeSizes& modes, const Distances& distances, std::vector<double>& close) {
    for (std::size_t v = 0; v < close.size(); ++v) {
        if (distances.reached[v] > 0)
            close[v] *= (modes.other[v] + 2 * (modes.own[v] - 1)) / distances.reached[v];
    }
}

}  // namespace

std::vector<Scores> betweenness(const MeasureInput& input, const MeasureOptions& options,
                                const Control& control) {
    Scores scores = betweenness_scores(input, options, control);
    const auto n = static_cast<double>(input.graph.vertex_count());
    const double most = (n - 1) * (n - 2) / (input.graph.directed() ? 1 : 2);
    if (options.normalized && !input.graph.weighted() && !input.graph.directed()) {
        if (const std::optional<ModeSizes> modes = mode_sizes(input)) {
            divide_by_mode(*modes, scores);
            return {scores};
        }
    }
    // Two actors leave no pair for a third to lie between: 0, not 0/0.
    if (options.normalized && n > 2) {
        for (double& value : scores.values) value /= most;
    }
    return {scores};
}

std::vector<Scores> closeness(const MeasureInput& input, const MeasureOptions& options,
                              const Control& control) {
    DistanceScores found = distance_scores(input, options, control);
    const std::size_t n = input.graph.vertex_count();
    if (options.normalized && n > 1) {
        for (double& value : found.distances.harmonic) value /= static_cast<double>(n - 1);
    }
    std::vector<double> close = entente::closeness(found.distances);
    std::string of_closeness = found.remark;
    if (options.normalized && !input.graph.weighted() && !input.graph.directed()) {
        if (const std::optional<ModeSizes> modes = mode_sizes(input)) {
            scale_by_mode(*modes, found.distances, close);
            of_closeness += (of_closeness.empty() ? "" : "; ") + std::string(by_mode);
        }
    }
    Scores eccentricity{
        "eccentricity", {found.distances.eccentricity.begin(), found.distances.eccentricity.end()}, {}};
    if (eccentricity.values.empty() && n > 0) {
        eccentricity.values.assign(n, undefined);
        eccentricity.remark = "left empty: a sample does not show the longest distance";
    }
    return {{"closeness", std::move(close), std::move(of_closeness)},
            {"harmonic", std::move(found.distances.harmonic), found.harmonic_remark},
            std::move(eccentricity)};
}

}  // namespace entente::kernels
