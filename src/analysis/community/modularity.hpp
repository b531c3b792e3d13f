// Modularity with a resolution, for ties of one sign and of both.
//
//   unsigned (Newman & Girvan 2004; Reichardt & Bornholdt 2006):   Q = 1/2m Σ_ij [w_ij − γ k_i k_j / 2m]
//   δ(c_i, c_j) signed (Gómez, Jensen & Arenas 2009; Traag & Bruggeman 2009):  Q = 1/(2m⁺+2m⁻) Σ_ij [w⁺_ij −
//   w⁻_ij − γ (k⁺_i k⁺_j / 2m⁺ − k⁻_i k⁻_j / 2m⁻)] δ(c_i, c_j)
//
// Each sign has a null term of its own: chance alone would put friendly ties between actors with many of
// them, and hostile ones likewise. The first formula is the second one without hostile ties.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "graph/graph.hpp"

namespace entente::community {

// The undirected weighted graph that a modularity is taken of: net strengths (hostile ones below zero) on the
// arcs, and what the null terms need. Also the coarser graphs whose vertices are communities; a tie within a
// vertex is in `inside`.
struct ModularityGraph {
    std::vector<std::uint64_t> offsets{0};  // vertices + 1
    std::vector<Vertex> targets;
    std::vector<double> net;       // parallel to targets: w⁺ − w⁻
    std::vector<double> inside;    // vertex -> Σ_ij net over ordered pairs of what was merged into it
    std::vector<double> friendly;  // vertex -> k⁺
    std::vector<double> hostile;   // vertex -> k⁻; empty when there are no hostile ties
    double friendly_total = 0, hostile_total = 0;  // 2m⁺, 2m⁻
    double resolution = 1;

    std::size_t vertex_count() const { return offsets.size() - 1; }
    std::span<const Vertex> neighbors(Vertex v) const {
        return std::span(targets).subspan(offsets[v], offsets[v + 1] - offsets[v]);
    }
    const double* net_from(Vertex v) const { return net.data() + offsets[v]; }  // parallel to neighbors(v)
    bool has_hostile() const { return !hostile.empty(); }
    double friendly_factor() const {
        return friendly_total > 0 ? resolution / friendly_total : 0;
    }  // γ / 2m⁺
    double hostile_factor() const { return hostile_total > 0 ? resolution / hostile_total : 0; }  // γ / 2m⁻
};

// Of an undirected graph; a directed one has to be symmetrized first.
ModularityGraph modularity_graph(const Graph& graph, double resolution);

// Of two undirected graphs over the same vertices, of ties that are not hostile and of hostile ones.
ModularityGraph signed_modularity_graph(const Graph& friendly, const Graph& hostile, double resolution);

// The same graph, of which vertex i is order[i] of the one given.
ModularityGraph renumbered(const ModularityGraph& graph, std::span<const Vertex> order);

// Q of a division; nan without ties.
double modularity(const ModularityGraph& graph, std::span<const std::uint32_t> membership);

}  // namespace entente::community
