// A graph without its directions, for the measures that have none: the graph's own arrays when it is
// undirected, else merged ones.
#pragma once

#include "graph/graph.hpp"

namespace entente {

class UndirectedView {
public:
    // Keeps a reference to an undirected graph: it has to outlive the view.
    explicit UndirectedView(const Graph& graph);
    explicit UndirectedView(const Graph&&) = delete;
    UndirectedView(const UndirectedView&) = delete;
    UndirectedView& operator=(const UndirectedView&) = delete;

    // Both directions of each tie, targets ascending. A directed pair's strength is w_ij + w_ji (Burt 1992),
    // so that strengths are there whenever the graph is directed or weighted; `ties` is there for undirected
    // graphs only.
    const Adjacency& ties() const { return *ties_; }
    std::size_t vertex_count() const { return ties_->offsets.size() - 1; }

private:
    Adjacency merged_;
    const Adjacency* ties_;
};

}  // namespace entente
