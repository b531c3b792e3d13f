// What one worker works on where ties cost differently, in plain pointers: the code compiled for special
// instructions must not use containers, whose functions it would leave to the rest of the program.
#pragma once

#include "analysis/centrality/sweeps/betweenness_batch.hpp"

namespace entente {

// A neighbor on the other end of the last, or first, arc of a shortest path, and from which sources.
struct PathArc {
    Node node;
    SourceMask mask;
};

// Length: float where all lengths are whole numbers below 2^24, else double.
template <class Length>
struct LengthsBatch {
    std::size_t nodes = 0;
    const std::uint32_t *out_offsets = nullptr, *in_offsets = nullptr;
    const Node *out_heads = nullptr, *in_heads = nullptr;
    const Length *out_costs = nullptr, *in_costs = nullptr;
    const std::uint32_t* in_ties = nullptr;  // null: sums for nodes
    const double* weight = nullptr;          // null: each node stands for one vertex
    Length longer = 1;                       // 1 + tolerance
    const std::atomic<bool>* stop = nullptr;

    Length* length = nullptr;  // lane by lane of each node: from the source; infinite where it does not lead
    Length* mean_length =
        nullptr;  // of the node's lanes, as far as they are reached: what `order` is made from
    Node* order =
        nullptr;  // nodes, those near the sources first: a hint that saves time and changes no result
    std::uint32_t* place = nullptr;                                         // node -> its place in the order
    std::uint8_t* waiting = nullptr;                                        // nodes to be looked at again
    double *path_count = nullptr, *share = nullptr, *dependency = nullptr;  // as in BetweennessBatch
    PathArc *arrivals = nullptr, *departures = nullptr;  // of node v from in_offsets[v], out_offsets[v] on
    std::uint32_t *arrivals_end = nullptr, *departures_end = nullptr;
    std::uint32_t* arrival_arc = nullptr;  // parallel to arrivals
    bool* too_many = nullptr;              // set when a path count exceeds most_paths

    bool stopped() const { return stop != nullptr && stop->load(std::memory_order_relaxed); }
};

// Sums over the nodes that a source reaches, itself left out: places for one number a source of the batch.
struct LengthSums {
    double *total = nullptr, *harmonic = nullptr;  // of the lengths, and of 1/length
    std::uint32_t* reached = nullptr;              // how many
};

// The two halves of a batch of at most sixteen sources first … last − 1; between them the caller puts the
// nodes in order.
template <class Length>
struct LengthsBatchFunctions {
    void (*find_lengths)(const LengthsBatch<Length>& batch, std::size_t first, std::size_t last) = nullptr;
    void (*add_shares)(const LengthsBatch<Length>& batch, std::size_t first, std::size_t last,
                       double* sums) = nullptr;
    // After find_lengths, where only distances are asked for.
    void (*add_lengths)(const LengthsBatch<Length>& batch, std::size_t first, std::size_t last,
                        const LengthSums& sums) = nullptr;
};

struct LengthsBatchSet {
    LengthsBatchFunctions<float> narrow;
    LengthsBatchFunctions<double> wide;
};

// Of each instruction set; null where this build does not hold it.
LengthsBatchSet lengths_batches_baseline();
LengthsBatchSet lengths_batches_avx2();
LengthsBatchSet lengths_batches_avx512();

}  // namespace entente
