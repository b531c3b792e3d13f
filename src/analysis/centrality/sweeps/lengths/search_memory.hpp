// What one worker of a search by length keeps from one batch of sources to the next.
#pragma once

#include <algorithm>
#include <numeric>
#include <vector>

#include "analysis/centrality/sweeps/aligned.hpp"
#include "analysis/centrality/sweeps/lengths/lengths_batch.hpp"
#include "base/instruction_set.hpp"
#include "graph/paths/path_graph.hpp"

namespace entente {

// Sources that are searched from at once, one lane each.
constexpr std::size_t length_sources = 16;

// The functions compiled for the instruction set.
LengthsBatchSet length_batches(InstructionSet instructions);

// Whether every length, and every sum of a length and a cost, is a whole number that a float holds.
bool floats_hold_lengths(const PathGraph& graph);

// Of each arc; 1 where the graph is uniform.
template <class Length>
std::vector<Length> arc_costs(const PathArcs& arcs) {
    if (arcs.costs.empty()) return std::vector<Length>(arcs.heads.size(), Length{1});
    return std::vector<Length>(arcs.costs.begin(), arcs.costs.end());
}

template <class Length>
class SearchMemory {
public:
    explicit SearchMemory(std::size_t nodes)
        : length_(aligned<Length>(nodes * length_sources)),
          mean_length_(nodes),
          order_(nodes),
          place_(nodes),
          step_(nodes),
          waiting_(nodes) {
        std::iota(order_.begin(), order_.end(), Node{0});
    }

    // The parts of a batch that a search needs; they live as long as this. `out_costs` parallel to the
    // leaving arcs.
    LengthsBatch<Length> batch(const PathGraph& graph, const std::vector<Length>& out_costs,
                               const std::atomic<bool>* stop) {
        LengthsBatch<Length> batch;
        batch.nodes = graph.node_count();
        batch.out_offsets = graph.leaving.offsets.data();
        batch.out_heads = graph.leaving.heads.data();
        batch.out_costs = out_costs.data();
        batch.stop = stop;
        batch.length = length_.get();
        batch.mean_length = mean_length_.data();
        batch.order = order_.data();
        batch.place = place_.data();
        batch.waiting = waiting_.data();
        return batch;
    }

    // Nodes in order of their mean length: the next sources are likely to be near these. It is distinguished
    // in steps, of which there are more than nodes: a path may be as long as there are nodes.
    void put_in_order() {
        const auto steps = static_cast<Length>(std::max<std::size_t>(4095, 2 * order_.size()));
        const Length largest =
            std::max(*std::max_element(mean_length_.begin(), mean_length_.end()), Length{1});
        start_.assign(static_cast<std::size_t>(steps) + 2, 0);
        for (std::size_t v = 0; v < order_.size(); ++v)
            ++start_[(step_[v] = static_cast<std::uint32_t>(mean_length_[v] / largest * steps)) + 1];
        std::partial_sum(start_.begin(), start_.end(), start_.begin());
        for (Node v = 0; v < order_.size(); ++v) order_[place_[v] = start_[step_[v]]++] = v;
    }

private:
    Aligned<Length> length_;
    std::vector<Length> mean_length_;
    std::vector<Node> order_;
    std::vector<std::uint32_t> place_, step_, start_;
    std::vector<std::uint8_t> waiting_;
};

}  // namespace entente
