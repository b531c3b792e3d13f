// The map equation: how many bits a step of a random walk takes when each community has a code book of its
// own.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "analysis/community/membership.hpp"
#include "base/control.hpp"
#include "graph/graph.hpp"

namespace entente::community {

// The flow of the walk. Moves only ever need the flow between two nodes in both directions together, so that
// one symmetric list of arcs serves directed networks too. Shares of time and of flow; they sum to 1.
struct FlowGraph {
    std::vector<std::uint64_t> offsets{0};  // nodes + 1
    std::vector<std::uint32_t> targets;
    std::vector<double> flow;      // parallel to targets: there and back
    std::vector<double> visits;    // of each node: share of the walk's steps that end there
    std::vector<double> teleport;  // of each node: share of the jumps that end there
    std::vector<double> dangling;  // of each node: visits to nodes without leaving ties
    std::vector<double> exit;      // of each node: flow that leaves it, by ties and by jumps
    double node_term = 0;          // Σ p log p over the visits of the finest nodes

    std::size_t vertex_count() const { return visits.size(); }
};

// The walk on a graph that has ties: along leaving ties by strength and, with probability 0.15, a jump to any
// vertex, as in igraph and in Infomap's first program. The stationary shares come from 50 to 200 steps of
// power iteration, until they change by less than 1e-15.
FlowGraph flow_graph(const Graph& graph, const Control& control);

// The same graph, of which node i is order[i] of the one given.
FlowGraph renumbered(const FlowGraph& graph, std::span<const Vertex> order);

// The communities as nodes; `membership` numbers them 0, 1, … without gaps.
FlowGraph coarsened(const FlowGraph& graph, const Membership& membership);

// Bits a step of the two-level map equation (Rosvall & Bergstrom 2008, in the form of Rosvall, Axelsson &
// Bergstrom 2009).
double code_length(const FlowGraph& graph, const Membership& membership);

// x log x, 0 for 0.
double p_log_p(double x);

}  // namespace entente::community
