// Shortest paths from one node where arcs cost differently, for the measures that search from every node.
#pragma once

#include <vector>

#include "graph/paths/path_graph.hpp"

namespace entente {

// Dijkstra's algorithm (1959) with buckets as wide as the cheapest arc: what lies in the nearest bucket is
// final, so nothing is sorted (Denardo & Fox 1979). Needs buckets_enough(graph); PathSearch does without.
class LengthSearch {
public:
    explicit LengthSearch(const PathGraph& graph);

    // Whether the costs are near enough to each other for as many buckets as are sensible.
    static bool buckets_enough(const PathGraph& graph);

    void run(Node source);

    // The nodes reached, the source first; a node comes after every node on its shortest paths.
    const std::vector<Node>& reached() const { return reached_; }
    double length(Node v) const { return length_[v]; }

private:
    struct Entry {
        double length;
        Node node;
    };

    std::size_t bucket_of(double length) const {
        return static_cast<std::size_t>(length * buckets_per_length_) & (buckets_.size() - 1);
    }
    void settle(Node u);

    const PathGraph& graph_;
    double buckets_per_length_;
    std::vector<std::vector<Entry>> buckets_;
    std::size_t waiting_ = 0;
    std::vector<Node> reached_;
    std::vector<double> length_;
};

}  // namespace entente
