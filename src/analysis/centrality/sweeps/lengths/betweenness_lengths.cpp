#include "analysis/centrality/sweeps/lengths/betweenness_lengths.hpp"

#include <algorithm>
#include <limits>
#include <memory>
#include <numeric>
#include <optional>

#include "analysis/centrality/sweeps/lengths/search_memory.hpp"
#include "analysis/linear/fixed_sums.hpp"
#include "base/error.hpp"
#include "graph/paths/path_search.hpp"

namespace entente {

namespace {

constexpr std::size_t lanes = length_sources;

// One worker that searches from one source at a time and counts paths in Real.
template <class Real>
class Worker {
public:
    explicit Worker(const BetweennessInput& input)
        : input_(input),
          search_(input.graph),
          path_count_(input.graph.node_count(), 0),
          dependency_(input.graph.node_count(), 0) {}

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
    PathSearch search_;
    std::vector<Real> path_count_;
    std::vector<double> dependency_;
    Real largest_ = 0;
};

// The sums; nothing where two actors have more than `most` shortest paths.
template <class Real>
std::optional<std::vector<double>> summed(const BetweennessInput& input, Real most, const Control& control) {
    std::vector<std::unique_ptr<Worker<Real>>> workers(std::max(1U, control.threads));
    const std::size_t n = input.graph.node_count();
    const auto add = [&](std::size_t first, std::size_t last, unsigned worker, std::span<double> sums,
                         double& too_many) {
        if (!workers[worker]) workers[worker] = std::make_unique<Worker<Real>>(input);
        for (std::size_t source = first; source < last && !control.stopped(); ++source)
            workers[worker]->run(static_cast<Node>(source), sums);
        too_many = workers[worker]->largest_count() > most ? 1 : 0;
    };
    SharedSums found = shared_sums(n, input.tie_count > 0 ? input.tie_count : n, control, add);
    if (found.largest > 0) return std::nullopt;
    return std::move(found.sums);
}

// What one worker keeps from one batch to the next.
template <class Length>
struct Memory {
    Memory(const BetweennessInput& input, const std::vector<Length>& out_costs,
           const std::vector<Length>& in_costs, const std::atomic<bool>* stop);

    SearchMemory<Length> search;
    Aligned<double> path_count, share, dependency;
    std::vector<std::uint32_t> arrivals_end, departures_end, arrival_arc;
    std::vector<PathArc> arrivals, departures;
    bool too_many = false;
    LengthsBatch<Length> batch;
};

template <class Length>
Memory<Length>::Memory(const BetweennessInput& input, const std::vector<Length>& out_costs,
                       const std::vector<Length>& in_costs, const std::atomic<bool>* stop)
    : search(input.graph.node_count()) {
    const PathGraph& graph = input.graph;
    const std::size_t n = graph.node_count(), arcs = graph.arc_count();
    path_count = aligned<double>(n * lanes);
    share = aligned<double>(n * lanes);
    dependency = aligned<double>(n * lanes);
    arrivals_end.resize(n);
    departures_end.resize(n);
    // One more than there are: the next place is written to before it is known to be needed.
    arrival_arc.resize(arcs + 1);
    arrivals.resize(arcs + 1);
    departures.resize(arcs + 1);
    batch = search.batch(graph, out_costs, stop);
    batch.in_offsets = graph.arriving().offsets.data();
    batch.in_heads = graph.arriving().heads.data();
    batch.in_costs = in_costs.data();
    batch.in_ties = input.tie_count > 0 ? graph.arriving().ties.data() : nullptr;
    batch.weight = input.weight.empty() ? nullptr : input.weight.data();
    batch.longer = static_cast<Length>(1 + graph.tolerance);
    batch.path_count = path_count.get();
    batch.share = share.get();
    batch.dependency = dependency.get();
    batch.arrivals = arrivals.data();
    batch.departures = departures.data();
    batch.arrivals_end = arrivals_end.data();
    batch.departures_end = departures_end.data();
    batch.arrival_arc = arrival_arc.data();
    batch.too_many = &too_many;
}

template <class Length>
std::vector<double> summed_in_lanes(const BetweennessInput& input,
                                    const LengthsBatchFunctions<Length>& functions, const Control& control) {
    const PathGraph& graph = input.graph;
    const std::vector<Length> out_costs = arc_costs<Length>(graph.leaving);
    const std::vector<Length> in_costs = arc_costs<Length>(graph.arriving());
    std::vector<std::unique_ptr<Memory<Length>>> memory(std::max(1U, control.threads));
    const auto add = [&](std::size_t first, std::size_t last, unsigned worker, std::span<double> sums,
                         double& too_many) {
        if (!memory[worker])
            memory[worker] = std::make_unique<Memory<Length>>(input, out_costs, in_costs, control.stop);
        for (std::size_t source = first; source < last && !control.stopped(); source += lanes) {
            const std::size_t end = std::min(source + lanes, last);
            functions.find_lengths(memory[worker]->batch, source, end);
            memory[worker]->search.put_in_order();
            functions.add_shares(memory[worker]->batch, source, end, sums.data());
        }
        too_many = memory[worker]->too_many ? 1 : 0;
    };
    SharedSums found = shared_sums(
        graph.node_count(), input.tie_count > 0 ? input.tie_count : graph.node_count(), control, add, lanes);
    return found.largest > 0 ? betweenness_of_many_paths(input, control) : std::move(found.sums);
}

// Whether no cost drowns in the tolerance of a length: else a shortest path could turn back.
bool every_arc_lengthens(const PathGraph& graph) {
    constexpr double clearly = 4;
    return graph.smallest_cost >
           clearly * graph.tolerance * graph.largest_cost * static_cast<double>(graph.node_count());
}

}  // namespace

std::vector<double> betweenness_by_length(const BetweennessInput& input, const Control& control,
                                          InstructionSet instructions) {
    const LengthsBatchSet functions = length_batches(instructions);
    if (floats_hold_lengths(input.graph)) return summed_in_lanes(input, functions.narrow, control);
    if (every_arc_lengthens(input.graph)) return summed_in_lanes(input, functions.wide, control);
    auto sums = summed<double>(input, most_paths, control);
    return sums ? std::move(*sums) : betweenness_of_many_paths(input, control);
}

std::vector<double> betweenness_of_many_paths(const BetweennessInput& input, const Control& control) {
    constexpr long double most = std::numeric_limits<long double>::max() * 1e-20L;
    auto sums = summed<long double>(input, most, control);
    if (!sums)
        throw Error(
            Fault::data,
            "there are too many shortest paths between two actors to count; betweenness cannot be computed");
    return std::move(*sums);
}

}  // namespace entente
