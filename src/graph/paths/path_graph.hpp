// The arcs that paths may take, with what each costs: what every path measure runs on.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "graph/graph.hpp"

namespace entente {

// A node is a position of the path graph, so that it can hold the vertices in a cache-friendly order.
using Node = std::uint32_t;

struct PathArcs {
    std::vector<std::uint32_t> offsets;  // nodes + 1
    std::vector<Node> heads;             // ascending within a node
    std::vector<double> costs;           // parallel to heads; empty when uniform (each 1)
    std::vector<std::uint32_t> ties;     // parallel to heads: the merged tie of the arc

    std::uint32_t begin(Node v) const { return offsets[v]; }
    std::uint32_t end(Node v) const { return offsets[v + 1]; }
    std::uint32_t degree(Node v) const { return offsets[v + 1] - offsets[v]; }
    std::span<const Node> neighbors(Node v) const { return std::span(heads).subspan(offsets[v], degree(v)); }
    double cost(std::size_t arc) const { return costs.empty() ? 1.0 : costs[arc]; }
};

struct PathGraph {
    std::vector<Vertex> vertex;  // node -> vertex of the graph
    bool directed = false;
    bool uniform = true;  // every arc costs 1: lengths are hops
    double unit = 1;  // a length times this is the sum of 1/strength (of hops when the graph is unweighted)
    double tolerance = 0;  // relative difference below which lengths are equal
    double smallest_cost = 1, largest_cost = 1;
    PathArcs leaving, arriving_;  // arriving_ only when directed

    std::size_t node_count() const { return vertex.size(); }
    std::size_t arc_count() const { return leaving.heads.size(); }
    const PathArcs& arriving() const { return directed ? arriving_ : leaving; }

    bool shorter(double a, double b) const { return a < b * (1 - tolerance); }
    bool equal(double a, double b) const { return a <= b * (1 + tolerance) && b <= a * (1 + tolerance); }
};

// Ties of strength 0 take no part. `order` lists every vertex once, in the order the nodes shall have; empty:
// as they are. Throws Error(Fault::data) above 2^32 − 1 arcs.
PathGraph path_graph(const Graph& graph, std::span<const Vertex> order = {});

// The same with every cost 1, for hops.
PathGraph hop_graph(const Graph& graph, std::span<const Vertex> order = {});

}  // namespace entente
