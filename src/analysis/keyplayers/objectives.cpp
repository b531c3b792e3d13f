#include "analysis/keyplayers/objectives.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <memory>
#include <numeric>

#include "analysis/centrality/betweenness.hpp"
#include "analysis/keyplayers/fragmentation.hpp"
#include "analysis/keyplayers/reach.hpp"
#include "base/error.hpp"
#include "model/limits.hpp"

namespace entente::keyplayers {

namespace {

constexpr double most_steps_a_pass = 2e8;
constexpr double most_hops_kept = 2e8;

// The `count` vertices of highest betweenness, or all, ascending.
std::vector<Vertex> likely_candidates(const Graph& graph, double count, const Control& control) {
    std::vector<Vertex> order(graph.vertex_count());
    std::iota(order.begin(), order.end(), 0U);
    if (count >= static_cast<double>(order.size())) return order;
    const std::vector<double> between = betweenness(graph, control);
    std::stable_sort(order.begin(), order.end(), [&](Vertex a, Vertex b) { return between[a] > between[b]; });
    order.resize(static_cast<std::size_t>(count));
    std::sort(order.begin(), order.end());
    return order;
}

ScoreWithEach fragment_scorer(const Links& links) {
    return [work = Fragmentation(links), left = std::vector<std::uint64_t>()](
               std::span<const std::uint32_t> rest, std::uint32_t from, std::vector<double>& scores) mutable {
        work.without_each(rest, left);
        for (std::size_t c = from; c < left.size(); ++c) scores[c] = -static_cast<double>(left[c]);
    };
}

ScoreWithEach fragment_distance_scorer(const Links& links,
                                       std::shared_ptr<const std::vector<Vertex>> candidates) {
    return [work = DistanceFragmentation(links), candidates = std::move(candidates)](
               std::span<const std::uint32_t> rest, std::uint32_t from, std::vector<double>& scores) mutable {
        std::vector<Vertex> set;
        for (const std::uint32_t c : rest) set.push_back((*candidates)[c]);
        set.push_back(0);
        for (std::size_t c = from; c < candidates->size(); ++c) {
            if (std::find(rest.begin(), rest.end(), c) != rest.end()) continue;
            set.back() = (*candidates)[c];
            scores[c] = -work.harmonic_sum_without(set);
        }
    };
}

ScoreWithEach reach_scorer(std::shared_ptr<const HopTable> hops, std::size_t candidates) {
    return [hops = std::move(hops), candidates, nearest = std::vector<std::uint16_t>(),
            actors_at = std::vector<std::uint64_t>()](std::span<const std::uint32_t> rest, std::uint32_t from,
                                                      std::vector<double>& scores) mutable {
        const std::size_t vertices = hops->row(0).size();
        const std::size_t nowhere = hops->longest() + std::size_t{1};
        nearest.assign(vertices, HopTable::out_of_reach);
        for (const std::uint32_t member : rest) {
            const auto row = hops->row(member);
            for (std::size_t v = 0; v < vertices; ++v) nearest[v] = std::min(nearest[v], row[v]);
        }
        for (std::size_t c = from; c < candidates; ++c) {
            actors_at.assign(nowhere + 1, 0);
            const auto row = hops->row(c);
            for (std::size_t v = 0; v < vertices; ++v)
                ++actors_at[std::min<std::size_t>(std::min(nearest[v], row[v]), nowhere)];
            actors_at.pop_back();
            scores[c] = inverse_hops(actors_at);
        }
    };
}

}  // namespace

Objective objective_of(KeyPlayerObjective which, const Graph& undirected, const Links& links,
                       const Control& control) {
    Objective objective;
    const std::size_t n = links.vertex_count();
    const auto vertices = static_cast<double>(n), arcs = static_cast<double>(links.targets.size());
    if (which == KeyPlayerObjective::fragment) {
        objective.candidates = likely_candidates(undirected, vertices, control);
        objective.steps_a_pass = vertices + arcs;
        objective.a_pass_is_one_set = true;
        objective.task.scorer = [&links] { return fragment_scorer(links); };
    } else if (which == KeyPlayerObjective::fragment_distance) {
        if (n > limits.key_player_distances) {
            throw Error(Fault::usage, fmt::format("distance-weighted fragmentation is for up to {} actors, "
                                                  "and here are {}; use the objective fragment",
                                                  limits.key_player_distances, n));
        }
        constexpr double typical_diameter = 8;
        const double steps_a_set =
            typical_diameter * (arcs + 2 * vertices) * static_cast<double>((n + 63) / 64);
        objective.candidates =
            likely_candidates(undirected, std::max(30.0, most_steps_a_pass / steps_a_set), control);
        objective.steps_a_pass = steps_a_set * static_cast<double>(objective.candidates.size());
        const auto candidates = std::make_shared<const std::vector<Vertex>>(objective.candidates);
        objective.task.scorer = [&links, candidates] { return fragment_distance_scorer(links, candidates); };
    } else {
        objective.candidates =
            likely_candidates(undirected, std::max(30.0, most_hops_kept / std::max(1.0, vertices)), control);
        objective.steps_a_pass = 4 * vertices * static_cast<double>(objective.candidates.size());
        const auto hops = std::make_shared<const HopTable>(links, objective.candidates, control);
        objective.task.scorer = [hops, count = objective.candidates.size()] {
            return reach_scorer(hops, count);
        };
    }
    objective.task.candidates = static_cast<std::uint32_t>(objective.candidates.size());
    return objective;
}

}  // namespace entente::keyplayers
