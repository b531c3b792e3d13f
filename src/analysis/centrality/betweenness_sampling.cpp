#include <algorithm>
#include <cmath>
#include <memory>

#include "analysis/centrality/betweenness.hpp"
#include "analysis/centrality/sampling.hpp"
#include "base/parallel.hpp"
#include "base/random.hpp"
#include "graph/components.hpp"
#include "graph/paths/path_sampler.hpp"
#include "graph/paths/path_search.hpp"

namespace entente {

namespace {

// At least as many actors as any shortest path has. Between two actors lie at most the two longest distances
// from any one of their component, added, and each step is as long as the cheapest arc at least; directed,
// all actors of the component.
std::size_t longest_path_bound(const Graph& graph, const PathGraph& paths) {
    if (graph.directed()) {
        const Components components = weak_components(graph);
        return components.sizes.empty() ? 0
                                        : *std::max_element(components.sizes.begin(), components.sizes.end());
    }
    PathSearch search(paths);
    std::vector<char> seen(paths.node_count(), 0);
    std::size_t bound = 0;
    for (Node v = 0; v < paths.node_count(); ++v) {
        if (seen[v]) continue;
        search.run(v);
        const std::vector<Node>& reached = search.reached();
        for (const Node u : reached) seen[u] = 1;
        if (reached.size() < 2) continue;
        const double lengths =
            search.length(reached[reached.size() - 1]) + search.length(reached[reached.size() - 2]);
        const double steps = std::floor(lengths / paths.smallest_cost * (1 + 1e-9));
        bound = std::max(bound,
                         static_cast<std::size_t>(std::min(steps + 1, static_cast<double>(reached.size()))));
    }
    return bound;
}

// r = 1/(2 error²) · (⌊log2(longest − 2)⌋ + 1 + ln(1/δ)), on the scale of n(n − 1) pairs: Riondato &
// Kornaropoulos 2016, theorem 3.
double paths_needed(std::size_t vertices, std::size_t longest, const SamplingOptions& options) {
    const double n = static_cast<double>(vertices), error = options.error * (n - 2) / n;
    const double dimension = longest > 2 ? std::floor(std::log2(static_cast<double>(longest - 2))) + 1 : 0;
    return std::ceil(0.5 / (error * error) * (dimension + std::log(1 / (1 - options.probability))));
}

}  // namespace

SampledBetweenness sampled_betweenness(const Graph& graph, const SamplingOptions& options,
                                       const Control& control) {
    check_sampling(options);
    const std::size_t n = graph.vertex_count();
    if (n < 3) return {betweenness(graph, control), 0};
    const PathGraph paths = path_graph(graph);
    const double needed = paths_needed(n, longest_path_bound(graph, paths), options);
    if (needed >= static_cast<double>(n)) return {betweenness(graph, control), 0};
    constexpr std::size_t paths_at_a_time = 64;
    const auto samples = static_cast<std::size_t>(needed);
    const std::size_t blocks = (samples + paths_at_a_time - 1) / paths_at_a_time;
    struct Worker {
        Worker(const PathGraph& graph_, std::size_t vertices) : draw(graph_), passed(vertices, 0) {}
        PathDraw draw;
        std::vector<std::uint64_t> passed;  // whole numbers: the order of adding does not matter
    };
    std::vector<std::unique_ptr<Worker>> workers(std::max(1U, control.threads));
    parallel_blocks(blocks, control, [&](std::size_t block, unsigned worker) {
        if (!workers[worker]) workers[worker] = std::make_unique<Worker>(paths, n);
        for (std::size_t i = block * paths_at_a_time;
             i < std::min(samples, (block + 1) * paths_at_a_time) && !control.stopped(); ++i) {
            Random random(options.seed, i);
            const auto from = static_cast<Node>(random.below(n));
            auto to = static_cast<Node>(random.below(n - 1));
            if (to >= from) ++to;
            for (const Node v : workers[worker]->draw.between(from, to, random)) ++workers[worker]->passed[v];
        }
    });
    SampledBetweenness result{std::vector<double>(n, 0), samples};
    const double pairs = static_cast<double>(n) * static_cast<double>(n - 1) / (graph.directed() ? 1 : 2);
    for (Node v = 0; v < n; ++v) {
        std::uint64_t passed = 0;
        for (const auto& worker : workers) passed += worker ? worker->passed[v] : 0;
        result.values[paths.vertex[v]] = static_cast<double>(passed) / static_cast<double>(samples) * pairs;
    }
    return result;
}

}  // namespace entente
