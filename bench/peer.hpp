// igraph's answers to the same questions.
#pragma once

#include <igraph/igraph.h>

#include <string_view>
#include <vector>

#include "graph/graph.hpp"

namespace entente::bench {

// The graph in igraph's form; costs are 1/strength. Throws std::runtime_error when igraph reports an error.
class Peer {
public:
    explicit Peer(const Graph& graph);
    ~Peer();
    Peer(const Peer&) = delete;
    Peer& operator=(const Peer&) = delete;

    std::vector<double> betweenness();
    std::vector<double> tie_betweenness();
    std::vector<double> harmonic();
    std::vector<double> constraint();
    std::vector<double> clustering();
    std::vector<double> eigenvector();
    std::vector<double> hubs();
    std::vector<double> pagerank();
    std::vector<double> coreness();
    std::vector<double> leiden();  // each actor's community; by modularity, until a pass changes nothing
    std::vector<double> louvain();
    std::vector<double> infomap();
    std::vector<double> label_propagation();

    double modularity(const std::vector<double>& membership);

private:
    std::vector<double> done(igraph_error_t code);
    std::vector<double> done_in_whole_numbers(igraph_error_t code);
    const igraph_vector_t* weights() const { return graph_.weighted() ? &strengths_ : nullptr; }

    const Graph& graph_;
    igraph_t peer_;
    igraph_vector_int_t edges_, whole_values_;
    igraph_vector_t costs_, strengths_, values_;
};

}  // namespace entente::bench
