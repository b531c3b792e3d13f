// What one worker of the breadth-first search from many nodes works on, in plain pointers (see
// betweenness_batch.hpp).
#pragma once

#include <atomic>
#include <cstddef>
#include <cstdint>

#include "graph/paths/path_graph.hpp"

namespace entente {

constexpr std::size_t distance_sources = 512, distance_words = distance_sources / 64;

struct DistanceBatch {
    std::size_t nodes = 0, arcs = 0;
    // A node looks along its leaving arcs for targets that its neighbors reached one level before: distances
    // from it to them.
    const std::uint32_t *out_offsets = nullptr, *in_offsets = nullptr;
    const Node *out_heads = nullptr, *in_heads = nullptr;
    const std::atomic<bool>* stop = nullptr;

    std::uint64_t
        *seen = nullptr,
        *now = nullptr,
        *next = nullptr;  // distance_words each node: the targets reached, at the level at hand, at the next
    std::uint8_t *is_now = nullptr, *is_next = nullptr;  // whether the node has any of them
    std::uint32_t* seen_count = nullptr;
    Node *reached_now = nullptr, *reached_next = nullptr, *unfinished = nullptr;
    std::uint8_t* is_candidate = nullptr;

    std::uint64_t* total = nullptr;  // sums over all batches of the worker
    std::uint32_t *reached = nullptr, *eccentricity = nullptr;

    bool stopped() const { return stop != nullptr && stop->load(std::memory_order_relaxed); }
};

// Adds what the targets first … last − 1, at most distance_sources, bring; harmonic sums go to `harmonic`.
// Returns early when stopped.
using DistanceBatchFunction = void (*)(DistanceBatch batch, std::size_t first, std::size_t last,
                                       double* harmonic);

// Of each instruction set; null where this build does not hold it.
DistanceBatchFunction distance_batch_baseline();
DistanceBatchFunction distance_batch_avx2();
DistanceBatchFunction distance_batch_avx512();

}  // namespace entente
