#include "analysis/centrality/sweeps/distances_sweep.hpp"

#include <algorithm>
#include <memory>

#include "analysis/centrality/sweeps/aligned.hpp"
#include "analysis/centrality/sweeps/distances_batch.hpp"
#include "analysis/linear/fixed_sums.hpp"

namespace entente {

namespace {

// What one worker keeps from one batch to the next, and its sums.
struct Memory {
    Memory(const PathGraph& graph, const std::atomic<bool>* stop);

    Aligned<std::uint64_t> seen, now, next;
    std::vector<std::uint8_t> is_now, is_next, is_candidate;
    std::vector<std::uint32_t> seen_count, reached, eccentricity;
    std::vector<Node> reached_now, reached_next, unfinished;
    std::vector<std::uint64_t> total;
    DistanceBatch batch;
};

Memory::Memory(const PathGraph& graph, const std::atomic<bool>* stop) {
    const std::size_t n = graph.node_count();
    for (auto* bits : {&seen, &now, &next}) *bits = aligned<std::uint64_t>(n * distance_words);
    for (auto* flags : {&is_now, &is_next, &is_candidate}) flags->resize(n);
    for (auto* numbers : {&seen_count, &reached, &eccentricity, &reached_now, &reached_next})
        numbers->resize(n);
    unfinished.resize(2 * n);
    total.resize(n);
    batch = {n,
             graph.arc_count(),
             graph.leaving.offsets.data(),
             graph.arriving().offsets.data(),
             graph.leaving.heads.data(),
             graph.arriving().heads.data(),
             stop,
             seen.get(),
             now.get(),
             next.get(),
             is_now.data(),
             is_next.data(),
             seen_count.data(),
             reached_now.data(),
             reached_next.data(),
             unfinished.data(),
             is_candidate.data(),
             total.data(),
             reached.data(),
             eccentricity.data()};
}

DistanceBatchFunction function_of(InstructionSet instructions) {
    switch (instructions) {
        case InstructionSet::avx512:
            return distance_batch_avx512();
        case InstructionSet::avx2:
            return distance_batch_avx2();
        case InstructionSet::baseline:
            break;
    }
    return distance_batch_baseline();
}

}  // namespace

Distances hop_distances(const PathGraph& graph, const Control& control, InstructionSet instructions) {
    return hop_distances_to(graph, graph.node_count(), control, instructions);
}

Distances hop_distances_to(const PathGraph& graph, std::size_t targets, const Control& control,
                           InstructionSet instructions) {
    const std::size_t n = graph.node_count();
    const DistanceBatchFunction run = function_of(instructions);
    std::vector<std::unique_ptr<Memory>> memory(std::max(1U, control.threads));
    const auto add = [&](std::size_t first, std::size_t last, unsigned worker, std::span<double> harmonic) {
        if (!memory[worker]) memory[worker] = std::make_unique<Memory>(graph, control.stop);
        for (std::size_t target = first; target < last && !control.stopped(); target += distance_sources) {
            run(memory[worker]->batch, target, std::min(target + distance_sources, last), harmonic.data());
        }
    };
    Distances result{
        std::vector<std::uint32_t>(n), std::vector<double>(n), {}, std::vector<std::uint32_t>(n)};
    result.harmonic = fixed_sums(targets, n, control, add, distance_sources);
    std::vector<std::uint64_t> total(n);
    for (const auto& worker : memory) {  // whole numbers and maxima: the order does not matter
        for (std::size_t v = 0; worker && v < n; ++v) {
            result.reached[v] += worker->reached[v];
            total[v] += worker->total[v];
            result.eccentricity[v] = std::max(result.eccentricity[v], worker->eccentricity[v]);
        }
    }
    std::copy(total.begin(), total.end(), result.total.begin());
    return result;
}

}  // namespace entente
