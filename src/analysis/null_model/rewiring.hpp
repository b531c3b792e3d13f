// Random networks in which every actor keeps its degrees.
#pragma once

#include "base/random.hpp"
#include "graph/graph.hpp"

namespace entente {

struct RewiredGraph {
    Graph graph;
    std::uint64_t accepted = 0;  // exchanges
};

// The graph after so many trials of exchanging the ends of two ties drawn at random (Maslov & Sneppen 2002):
// a–b, c–d become a–d, c–b or, undirected, as often a–c, b–d. A trial that would make a self-loop or a second
// tie of a pair changes nothing, and counts, which makes all graphs of these degrees equally likely in the
// long run. Directed graphs keep in- and out-degrees, and each trial may turn a cycle of three round, without
// which some graphs could not be reached (Roberts & Coolen 2012). Each tie takes its strength and rows along.
RewiredGraph rewired(const Graph& graph, std::uint64_t trials, Random& random);

// The trials that each draw makes (chain_trials()).
std::uint64_t rewiring_trials(const Graph& graph, Random& random);

}  // namespace entente
