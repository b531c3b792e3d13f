#include "analysis/centrality/betweenness_lengths.hpp"

#include "analysis/centrality/betweenness_batch.hpp"
#include "analysis/centrality/fixed_sums.hpp"
#include "base/error.hpp"
#include "graph/length_search.hpp"
#include "graph/path_search.hpp"

#include <algorithm>
#include <limits>
#include <memory>

namespace entente {

namespace {

// One worker: searches with buckets, or with a heap where costs differ too much for buckets; counts paths in Real.
template <class Search, class Real>
class Worker {
public:
    explicit Worker(const BetweennessInput& input)
        : input_(input), search_(input.graph), path_count_(input.graph.node_count(), 0), dependency_(input.graph.node_count(), 0) {}

    void run(Node source, std::span<double> sums) {
        search_.run(source);
        const auto& reached = search_.reached();
        path_count_[source] = 1;
        for (const Node v : std::span(reached).subspan(1)) {
            Real count = 0;
            search_.each_arrival(v, [&](Node u, std::uint32_t) { count += path_count_[u]; });
            path_count_[v] = count;
            largest_ = std::max(largest_, count);
            dependency_[v] = 0;
        }
        dependency_[source] = 0;
        const double source_weight = weight(source);
        for (std::size_t at = reached.size(); at-- > 1;) {
            const Node v = reached[at];
            const Real share = (weight(v) + dependency_[v]) / path_count_[v];
            search_.each_arrival(v, [&](Node u, std::uint32_t arc) {
                const auto part = static_cast<double>(path_count_[u] * share);
                dependency_[u] += part;
                if (input_.tie_count > 0) sums[input_.graph.leaving.ties[arc]] += source_weight * part;
            });
            if (input_.tie_count == 0) sums[v] += source_weight * dependency_[v];
        }
    }

    Real largest_count() const { return largest_; }

private:
    double weight(Node v) const { return input_.weight.empty() ? 1 : input_.weight[v]; }

    const BetweennessInput& input_;
    Search search_;
    std::vector<Real> path_count_;
    std::vector<double> dependency_;
    Real largest_ = 0;
};

template <class Search, class Real>
struct Summed {
    std::vector<double> sums;
    Real largest_count = 0;
};

template <class Search, class Real>
Summed<Search, Real> summed(const BetweennessInput& input, const Control& control) {
    std::vector<std::unique_ptr<Worker<Search, Real>>> workers(std::max(1U, control.threads));
    const std::size_t n = input.graph.node_count();
    Summed<Search, Real> result;
    const auto add = [&](std::size_t first, std::size_t last, unsigned worker, std::span<double> sums) {
        if (!workers[worker]) workers[worker] = std::make_unique<Worker<Search, Real>>(input);
        for (std::size_t source = first; source < last && !control.stopped(); ++source) workers[worker]->run(static_cast<Node>(source), sums);
    };
    result.sums = fixed_sums(n, input.tie_count > 0 ? input.tie_count : n, control, add);
    for (const auto& worker : workers) result.largest_count = std::max(result.largest_count, worker ? worker->largest_count() : Real{0});
    return result;
}

template <class Search>
std::vector<double> summed_or_wider(const BetweennessInput& input, const Control& control) {
    auto result = summed<Search, double>(input, control);
    return result.largest_count > most_paths ? betweenness_of_many_paths(input, control) : std::move(result.sums);
}

}  // namespace

std::vector<double> betweenness_by_length(const BetweennessInput& input, const Control& control) {
    return LengthSearch::buckets_enough(input.graph) ? summed_or_wider<LengthSearch>(input, control) : summed_or_wider<PathSearch>(input, control);
}

std::vector<double> betweenness_of_many_paths(const BetweennessInput& input, const Control& control) {
    constexpr long double most = std::numeric_limits<long double>::max() * 1e-20L;
    auto result = summed<PathSearch, long double>(input, control);
    if (result.largest_count > most) throw Error(Fault::data, "there are too many shortest paths between two actors to count; betweenness cannot be computed");
    return std::move(result.sums);
}

}  // namespace entente
