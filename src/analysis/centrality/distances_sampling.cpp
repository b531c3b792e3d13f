#include <algorithm>
#include <cmath>
#include <limits>
#include <memory>
#include <numeric>

#include "analysis/centrality/distances.hpp"
#include "analysis/centrality/sampling.hpp"
#include "analysis/centrality/sweeps/distances_sweep.hpp"
#include "analysis/linear/fixed_sums.hpp"
#include "base/error.hpp"
#include "base/number.hpp"
#include "base/random.hpp"
#include "graph/paths/path_search.hpp"

namespace entente {

namespace {

// Vertices that paths join; ties of strength 0 join nobody.
struct Joined {
    std::vector<std::uint32_t> component;  // by vertex
    std::vector<std::size_t> sizes;
};

Joined joined(const Graph& graph) {
    constexpr std::uint32_t unseen = std::numeric_limits<std::uint32_t>::max();
    const PathGraph paths = hop_graph(graph);
    Joined result{std::vector<std::uint32_t>(graph.vertex_count(), unseen), {}};
    std::vector<Node> queue;
    for (Node root = 0; root < paths.node_count(); ++root) {
        if (result.component[root] != unseen) continue;
        const auto number = static_cast<std::uint32_t>(result.sizes.size());
        result.component[root] = number;
        queue.assign(1, root);
        for (std::size_t at = 0; at < queue.size(); ++at) {
            for (const Node v : paths.leaving.neighbors(queue[at])) {
                if (result.component[v] != unseen) continue;
                result.component[v] = number;
                queue.push_back(v);
            }
        }
        result.sizes.push_back(queue.size());
    }
    return result;
}

// Vertices whose distances to all are taken: of each component its first `most` in a random order.
struct Draw {
    std::vector<Vertex> order;  // those drawn, then the others
    std::size_t count = 0;
    std::vector<std::uint32_t> in_component;  // how many were drawn of each
    std::vector<char> drawn;                  // by vertex
};

Draw draw_targets(const Joined& components, std::size_t vertices, std::size_t most, std::uint64_t seed) {
    std::vector<Vertex> shuffled(vertices);
    std::iota(shuffled.begin(), shuffled.end(), Vertex{0});
    Random random(seed);
    random.shuffle(std::span(shuffled));
    Draw draw{{}, 0, std::vector<std::uint32_t>(components.sizes.size(), 0), std::vector<char>(vertices, 0)};
    std::vector<Vertex> others;
    for (const Vertex v : shuffled) {
        std::uint32_t& taken = draw.in_component[components.component[v]];
        if (taken >= most) {
            others.push_back(v);
            continue;
        }
        ++taken;
        draw.drawn[v] = 1;
        draw.order.push_back(v);
    }
    draw.count = draw.order.size();
    draw.order.insert(draw.order.end(), others.begin(), others.end());
    return draw;
}

struct Sums {
    std::vector<double> total, harmonic;
};

// By node, sums over the first `count` nodes.
Sums sums_to_first(const PathGraph& paths, std::size_t count, const Control& control) {
    if (paths.uniform) {
        Distances found = hop_distances_to(paths, count, control);
        return {std::move(found.total), std::move(found.harmonic)};
    }
    const std::size_t n = paths.node_count();
    std::vector<std::unique_ptr<PathSearch>> searches(std::max(1U, control.threads));
    const std::vector<double> both =
        fixed_sums(count, 2 * n, control,
                   [&](std::size_t first, std::size_t last, unsigned worker, std::span<double> sums) {
                       if (!searches[worker]) searches[worker] = std::make_unique<PathSearch>(paths);
                       for (std::size_t target = first; target < last && !control.stopped(); ++target) {
                           PathSearch& search = *searches[worker];
                           search.run(static_cast<Node>(target));  // undirected: as far there as back
                           for (const Node v : search.reached()) {
                               if (v == target) continue;
                               sums[v] += search.length(v);
                               sums[n + v] += 1 / search.length(v);
                           }
                       }
                   });
    const auto half = both.begin() + static_cast<std::ptrdiff_t>(n);
    return {{both.begin(), half}, {half, both.end()}};
}

}  // namespace

void check_sampling(const SamplingOptions& options) {
    const auto between = [](double value) { return value > 0 && value < 1; };
    if (!between(options.error))
        throw Error(Fault::usage, "the error to approximate within must lie between 0 and 1, not " +
                                      format_number(options.error));
    if (!between(options.probability))
        throw Error(Fault::usage,
                    "a probability must lie between 0 and 1, not " + format_number(options.probability));
}

SampledDistances sampled_distances(const Graph& graph, const SamplingOptions& options,
                                   const Control& control) {
    check_sampling(options);
    const std::size_t n = graph.vertex_count();
    const Joined components = joined(graph);
    const std::size_t largest =
        components.sizes.empty() ? 0 : *std::max_element(components.sizes.begin(), components.sizes.end());
    // Hoeffding's inequality for each vertex, their probabilities added.
    const double needed =
        std::ceil(std::log(2 * static_cast<double>(std::max<std::size_t>(n, 1)) / (1 - options.probability)) /
                  (2 * options.error * options.error)) +
        1;
    if (graph.directed() || needed >= static_cast<double>(largest)) {
        Distances exact = distances(graph, control);
        return {std::move(exact.reached), std::move(exact.total), std::move(exact.harmonic),
                std::move(exact.eccentricity), 0};
    }
    const auto most = static_cast<std::size_t>(needed);
    const Draw draw = draw_targets(components, n, most, options.seed);
    const PathGraph paths = path_graph(graph, draw.order);
    const Sums sums = sums_to_first(paths, draw.count, control);
    SampledDistances result{
        std::vector<std::uint32_t>(n, 0), std::vector<double>(n, 0), std::vector<double>(n, 0), {}, most};
    for (Node node = 0; node < n; ++node) {
        const Vertex v = paths.vertex[node];
        const std::uint32_t targets = draw.in_component[components.component[v]] - (draw.drawn[v] ? 1 : 0);
        result.reached[v] = static_cast<std::uint32_t>(components.sizes[components.component[v]] - 1);
        if (targets == 0) continue;
        const double scale = static_cast<double>(components.sizes[components.component[v]] - 1) / targets;
        result.total[v] = sums.total[node] * scale * paths.unit;
        result.harmonic[v] = sums.harmonic[node] * scale / paths.unit;
    }
    return result;
}

}  // namespace entente
