// igraph's answers to the same questions.
#pragma once

#include "graph/graph.hpp"

#include <igraph/igraph.h>

#include <string_view>
#include <vector>

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

private:
    std::vector<double> done(igraph_error_t code);

    const Graph& graph_;
    igraph_t peer_;
    igraph_vector_int_t edges_, whole_values_;
    igraph_vector_t costs_, strengths_, values_;
};

}  // namespace entente::bench
