#include "analysis/centrality/sweeps/betweenness_sweep.hpp"

#include <algorithm>
#include <memory>

#include "analysis/centrality/sweeps/aligned.hpp"
#include "analysis/centrality/sweeps/betweenness_batch.hpp"
#include "analysis/centrality/sweeps/lengths/betweenness_lengths.hpp"
#include "analysis/linear/fixed_sums.hpp"

namespace entente {

namespace {

// More lanes share an arc's reading, fewer keep the lanes of all nodes in the processor's caches. Of the
// number of nodes alone, since the digits follow from it.
std::size_t lanes_for(std::size_t nodes) { return nodes <= 30'000 ? 16 : 8; }

std::size_t largest_degree(const PathGraph& graph) {
    std::size_t largest = 0;
    for (Node v = 0; v < graph.node_count(); ++v)
        largest = std::max<std::size_t>({largest, graph.leaving.degree(v), graph.arriving().degree(v)});
    return largest;
}

// What one worker keeps from one batch to the next.
struct Memory {
    Memory(const BetweennessInput& input, std::size_t lanes, const std::atomic<bool>* stop);

    Aligned<double> path_count, share;
    std::vector<SourceMask> seen, now, entry_mask;
    std::vector<Node> entry_node, unfinished, candidate;
    std::vector<std::size_t> level_start;
    std::vector<std::uint8_t> is_candidate;
    std::vector<std::uint32_t> near;
    bool too_many = false;
    BetweennessBatch batch;
};

Memory::Memory(const BetweennessInput& input, std::size_t lanes, const std::atomic<bool>* stop) {
    const PathGraph& graph = input.graph;
    const std::size_t n = graph.node_count();
    path_count = aligned<double>(n * lanes);
    share = aligned<double>(n * lanes);
    seen.resize(n);
    now.resize(n);
    entry_mask.resize(n * lanes);
    entry_node.resize(n * lanes);
    unfinished.resize(n);
    candidate.resize(n);
    level_start.resize(n + 2);
    is_candidate.resize(n);
    near.resize(largest_degree(graph) + 1);
    batch = {n,
             graph.arc_count(),
             graph.leaving.offsets.data(),
             graph.arriving().offsets.data(),
             graph.leaving.heads.data(),
             graph.arriving().heads.data(),
             input.tie_count > 0 ? graph.leaving.ties.data() : nullptr,
             input.weight.empty() ? nullptr : input.weight.data(),
             stop,
             path_count.get(),
             share.get(),
             seen.data(),
             now.data(),
             entry_node.data(),
             entry_mask.data(),
             level_start.data(),
             unfinished.data(),
             candidate.data(),
             is_candidate.data(),
             near.data(),
             &too_many};
}

BetweennessBatchFunctions functions_of(InstructionSet instructions) {
    switch (instructions) {
        case InstructionSet::avx512:
            return betweenness_batches_avx512();
        case InstructionSet::avx2:
            return betweenness_batches_avx2();
        case InstructionSet::baseline:
            break;
    }
    return betweenness_batches_baseline();
}

}  // namespace

std::vector<double> betweenness_sweep(const BetweennessInput& input, const Control& control,
                                      InstructionSet instructions) {
    const std::size_t n = input.graph.node_count(), lanes = lanes_for(n);
    const BetweennessBatchFunctions functions = functions_of(instructions);
    const BetweennessBatchFunction run = lanes == 16 ? functions.sixteen_lanes : functions.eight_lanes;
    std::vector<std::unique_ptr<Memory>> memory(std::max(1U, control.threads));
    const auto add = [&](std::size_t first, std::size_t last, unsigned worker, std::span<double> sums,
                         double& too_many) {
        if (!memory[worker]) memory[worker] = std::make_unique<Memory>(input, lanes, control.stop);
        for (std::size_t source = first; source < last && !control.stopped(); source += lanes) {
            run(memory[worker]->batch, source, std::min(source + lanes, last), sums.data());
        }
        too_many = memory[worker]->too_many ? 1 : 0;
    };
    SharedSums found = shared_sums(n, input.tie_count > 0 ? input.tie_count : n, control, add, lanes);
    return found.largest > 0 ? betweenness_of_many_paths(input, control) : std::move(found.sums);
}

}  // namespace entente
