// Seeded graphs that look like the networks people bring: few actors with many ties, most with few, in
// communities.
#pragma once

#include <cstdint>

#include "graph/graph.hpp"

namespace entente::bench {

struct Recipe {
    std::size_t actors = 1000, ties = 5000;
    bool directed = false, weighted = false;
    double exponent = 2.5;  // of the power law of degrees
    double mixing = 0.25;   // share of the ties that ignore communities
    std::uint64_t seed = 1;
    bool lattice = false;  // instead: a square lattice, of which ties and weights follow
};

// Ties are drawn between actors with probability in proportion to the product of their expected degrees
// (Chung & Lu 2002), both ends in one community for all but the share `mixing`; community sizes follow a
// power law too. Numbers of the actors are shuffled, so that no order is kind to caches by chance. Weights
// are 1 … 20, each as likely as 0.6 of the one before.
Graph generated_graph(const Recipe& recipe);

}  // namespace entente::bench
