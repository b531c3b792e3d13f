// Small networks for tests, written as people would say them.
#pragma once

#include <string_view>

#include "graph/graph.hpp"
#include "model/network.hpp"

namespace entente::test {

// "a-b, b->c, c-d +2, e" : actors in order of mention; a-b says nothing of its direction, a->b is directed,
// a--b says undirected; a word of its own is an isolated actor; after the pair may stand a sign and a
// strength: "a-b -", "a-b 3", "a-b +0.5".
Network network_of(std::string_view text);

// The graph of network_of(text) with every tie, weighted only if a strength is given.
Graph graph_of(std::string_view text, Direction direction = Direction::automatic);

// The ties of all rows, as ties.csv has them.
Bundles ties_of(const Network& network, const TieSelection& selection = {.signs = SignFilter::all});

// A random graph with the given number of vertices: each pair tied with probability `density`; weights are 1
// … most_weight (0: unweighted).
Graph random_graph(std::uint64_t seed, std::size_t vertices, double density, bool directed,
                   unsigned most_weight = 0);

}  // namespace entente::test
