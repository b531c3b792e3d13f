#include "analysis/centrality/betweenness_lengths.hpp"

#include "analysis/centrality/fixed_sums.hpp"
#include "graph/length_search.hpp"
#include "graph/path_search.hpp"

#include <algorithm>
#include <memory>

namespace entente {

namespace {

// One worker: searches with buckets, or with a heap where costs differ too much for buckets.
template <class Search>
class Worker {
public:
    explicit Worker(const BetweennessInput& input)
        : input_(input), search_(input.graph), path_count_(input.graph.node_count(), 0), dependency_(input.graph.node_count(), 0) {}

    void run(Node source, std::span<double> sums) {
        search_.run(source);
        const auto& reached = search_.reached();
        path_count_[source] = 1;
        for (const Node v : std::span(reached).subspan(1)) {
            double count = 0;
            search_.each_arrival(v, [&](Node u, std::uint32_t) { count += path_count_[u]; });
            path_count_[v] = count;
            dependency_[v] = 0;
        }
        dependency_[source] = 0;
        const double source_weight = weight(source);
        for (std::size_t at = reached.size(); at-- > 1;) {
            const Node v = reached[at];
            const double share = (weight(v) + dependency_[v]) / path_count_[v];
            search_.each_arrival(v, [&](Node u, std::uint32_t arc) {
                const double part = path_count_[u] * share;
                dependency_[u] += part;
                if (input_.tie_count > 0) sums[input_.graph.leaving.ties[arc]] += source_weight * part;
            });
            if (input_.tie_count == 0) sums[v] += source_weight * dependency_[v];
        }
    }

private:
    double weight(Node v) const { return input_.weight.empty() ? 1 : input_.weight[v]; }

    const BetweennessInput& input_;
    Search search_;
    std::vector<double> path_count_, dependency_;
};

template <class Search>
std::vector<double> summed(const BetweennessInput& input, const Control& control) {
    std::vector<std::unique_ptr<Worker<Search>>> workers(std::max(1U, control.threads));
    const std::size_t n = input.graph.node_count();
    return fixed_sums(n, input.tie_count > 0 ? input.tie_count : n, control, [&](std::size_t first, std::size_t last, unsigned worker, std::span<double> sums) {
        if (!workers[worker]) workers[worker] = std::make_unique<Worker<Search>>(input);
        for (std::size_t source = first; source < last && !control.stopped(); ++source) workers[worker]->run(static_cast<Node>(source), sums);
    });
}

}  // namespace

std::vector<double> betweenness_by_length(const BetweennessInput& input, const Control& control) {
    if (LengthSearch::buckets_enough(input.graph)) return summed<LengthSearch>(input, control);
    return summed<PathSearch>(input, control);
}

}  // namespace entente
