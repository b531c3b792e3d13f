// What one worker of the sweep works on, in plain pointers: the code compiled for special instructions must
// not use containers, whose functions it would leave to the rest of the program.
#pragma once

#include <atomic>
#include <cstddef>
#include <cstdint>

#include "graph/paths/path_graph.hpp"

namespace entente {

// Bit i: the source of lane i.
using SourceMask = std::uint16_t;

// Beyond so many shortest paths between two nodes their shares would lose digits.
constexpr double most_paths = 1e290;

struct BetweennessBatch {
    std::size_t nodes = 0, arcs = 0;
    const std::uint32_t *out_offsets = nullptr, *in_offsets = nullptr;
    const Node *out_heads = nullptr, *in_heads = nullptr;
    const std::uint32_t* out_ties = nullptr;  // null: sums for nodes
    const double* weight = nullptr;           // null: each node stands for one vertex
    const std::atomic<bool>* stop = nullptr;

    double* path_count = nullptr;      // lane by lane of each node: how many shortest paths from the source
    double* share = nullptr;           // (weight + dependency) / path_count
    SourceMask* seen = nullptr;        // sources that have reached the node
    SourceMask* now = nullptr;         // those that have reached it at the level at hand
    Node* entry_node = nullptr;        // level by level: the nodes reached at it …
    SourceMask* entry_mask = nullptr;  // … and by which sources
    std::size_t* level_start = nullptr;
    Node* unfinished = nullptr;  // nodes that some source has not reached
    Node* candidate = nullptr;
    std::uint8_t* is_candidate = nullptr;
    std::uint32_t* near = nullptr;  // the arcs of one node that matter
    bool* too_many = nullptr;       // set when a path count exceeds most_paths

    bool stopped() const { return stop != nullptr && stop->load(std::memory_order_relaxed); }
};

// Adds to sums what the sources first … last − 1 bring, as many as there are lanes at most. Returns early
// when stopped.
using BetweennessBatchFunction = void (*)(const BetweennessBatch& batch, std::size_t first, std::size_t last,
                                          double* sums);

struct BetweennessBatchFunctions {
    BetweennessBatchFunction eight_lanes, sixteen_lanes;
};

// Of each instruction set; null where this build does not hold it.
BetweennessBatchFunctions betweenness_batches_baseline();
BetweennessBatchFunctions betweenness_batches_avx2();
BetweennessBatchFunctions betweenness_batches_avx512();

}  // namespace entente
