#include "graph/paths/length_search.hpp"

#include <bit>
#include <limits>

namespace entente {

namespace {

constexpr double infinite = std::numeric_limits<double>::infinity();
constexpr double most_buckets = 16384;
constexpr double narrower =
    1 - 1e-6;  // than the cheapest arc, so that rounding cannot keep both of its ends in one bucket

}  // namespace

bool LengthSearch::buckets_enough(const PathGraph& graph) {
    return graph.largest_cost <= most_buckets / 2 * graph.smallest_cost;
}

LengthSearch::LengthSearch(const PathGraph& graph)
    : graph_(graph),
      buckets_per_length_(1 / (graph.smallest_cost * narrower)),
      buckets_(std::bit_ceil(static_cast<std::size_t>(graph.largest_cost * buckets_per_length_) + 2)),
      length_(graph.node_count(), infinite) {
    reached_.reserve(graph.node_count());
}

void LengthSearch::run(Node source) {
    for (const Node v : reached_) length_[v] = infinite;
    reached_.clear();
    length_[source] = 0;
    buckets_[0].push_back({0, source});
    waiting_ = 1;
    for (std::size_t bucket = 0; waiting_ > 0; bucket = (bucket + 1) & (buckets_.size() - 1)) {
        std::vector<Entry>& nearest = buckets_[bucket];
        waiting_ -= nearest.size();
        for (const Entry& entry : nearest) {
            if (entry.length == length_[entry.node]) settle(entry.node);
        }
        nearest.clear();
    }
}

void LengthSearch::settle(Node u) {
    reached_.push_back(u);
    const double here = length_[u], shorter = 1 - graph_.tolerance;
    const PathArcs& arcs = graph_.leaving;
    for (std::uint32_t arc = arcs.begin(u); arc < arcs.end(u); ++arc) {
        const Node v = arcs.heads[arc];
        const double length = here + arcs.costs[arc], known = length_[v];
        if (length >= known * shorter) continue;
        length_[v] = length;
        buckets_[bucket_of(length)].push_back({length, v});
        ++waiting_;
    }
}

}  // namespace entente
