#include "analysis/centrality/sweeps/lengths/distances_lengths.hpp"

#include <memory>

#include "analysis/centrality/sweeps/lengths/search_memory.hpp"
#include "base/parallel.hpp"

namespace entente {

namespace {

template <class Length>
Distances by_lanes(const PathGraph& graph, const LengthsBatchFunctions<Length>& functions,
                   const Control& control) {
    const std::size_t n = graph.node_count(), blocks = (n + length_sources - 1) / length_sources;
    const std::vector<Length> out_costs = arc_costs<Length>(graph.leaving);
    Distances result{std::vector<std::uint32_t>(n), std::vector<double>(n), std::vector<double>(n), {}};
    std::vector<std::unique_ptr<SearchMemory<Length>>> memory(std::max(1U, control.threads));
    parallel_blocks(blocks, control, [&](std::size_t block, unsigned worker) {
        if (!memory[worker]) memory[worker] = std::make_unique<SearchMemory<Length>>(n);
        const LengthsBatch<Length> batch = memory[worker]->batch(graph, out_costs, control.stop);
        const std::size_t first = block * length_sources, last = std::min(n, first + length_sources);
        functions.find_lengths(batch, first, last);
        functions.add_lengths(
            batch, first, last,
            {result.total.data() + first, result.harmonic.data() + first, result.reached.data() + first});
        memory[worker]->put_in_order();
    });
    return result;
}

}  // namespace

Distances length_distances(const PathGraph& graph, const Control& control, InstructionSet instructions) {
    const LengthsBatchSet functions = length_batches(instructions);
    return floats_hold_lengths(graph) ? by_lanes(graph, functions.narrow, control)
                                      : by_lanes(graph, functions.wide, control);
}

}  // namespace entente
