// The simple graph that every measure runs on: compact adjacency arrays (CSR) of one view of a network.
//
//   vertex v of the graph is actor graph.actors[v]; arcs v -> w are out.targets[out.begin(v) … out.end(v))
//
// No self-loops, no parallel arcs; targets ascend within a vertex. Undirected graphs hold each tie as two
// arcs, and `in` is `out`.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "model/ids.hpp"
#include "model/merged_ties.hpp"
#include "model/network.hpp"
#include "model/selection.hpp"

namespace entente {

using Vertex = std::uint32_t;

struct Adjacency {
    std::vector<std::uint64_t> offsets;  // vertices + 1
    std::vector<Vertex> targets;
    std::vector<double> strengths;    // parallel to targets; empty when unweighted (each 1)
    std::vector<std::uint32_t> ties;  // parallel to targets: which merged tie the arc belongs to

    std::size_t begin(Vertex v) const { return offsets[v]; }
    std::size_t end(Vertex v) const { return offsets[v + 1]; }
    std::size_t degree(Vertex v) const { return offsets[v + 1] - offsets[v]; }
    std::span<const Vertex> neighbors(Vertex v) const {
        return std::span(targets).subspan(offsets[v], offsets[v + 1] - offsets[v]);
    }
    double strength(std::size_t arc) const { return strengths.empty() ? 1.0 : strengths[arc]; }
};

class Graph {
public:
    Graph(std::vector<ActorId> actors, MergedTies merged, bool directed, bool weighted);

    bool directed() const { return directed_; }
    bool weighted() const { return weighted_; }
    std::size_t vertex_count() const { return actors.size(); }
    std::size_t tie_count() const { return merged.size(); }  // undirected ties, or arcs when directed
    std::size_t arc_count() const { return out_.targets.size(); }

    const Adjacency& out() const { return out_; }
    const Adjacency& in() const { return directed_ ? in_ : out_; }

    std::vector<ActorId> actors;
    MergedTies merged;

private:
    bool directed_, weighted_;
    Adjacency out_, in_;
};

// The view of the network that the selection asks for: rows chosen, parallel rows merged, isolated actors
// kept (unless largest_component). Throws Error(Fault::usage) for unknown relations and kinds, and as
// merged_strength does.
Graph build_graph(const Network& network, const TieSelection& selection);

// The same from some of the rows only, for resampling; the direction and weighting are those given.
Graph build_graph(const Network& network, const TieSelection& selection, ResolvedSelection resolved,
                  const std::vector<TieId>& rows);

// The graph without directions: an arc either way becomes a tie, strengths of both ways added (a tie of an
// unweighted graph counts 1 as before). An undirected graph is copied.
Graph symmetrized(const Graph& graph);

// The cost of an arc on paths: 1/strength when weighted, 1 when not; infinite for strength 0 (no path takes
// it).
double path_cost(const Graph& graph, std::size_t out_arc);

}  // namespace entente
