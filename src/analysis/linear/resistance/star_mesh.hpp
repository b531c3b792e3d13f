// A network of resistors without its actors of few ties: what the others see of them is kept.
#pragma once

#include <cstdint>
#include <vector>

#include "graph/graph.hpp"

namespace entente {

// Actors taken out one after the other, those of fewest ties first (Tinney & Walker 1967): a star becomes a
// mesh of conductances c_j c_k / Σ c between its ends (Rosen 1924), which is a step of Cholesky's
// factorization in which nothing is subtracted, so that no digit is lost however the strengths differ.
struct StarMesh {
    std::vector<Vertex> order;           // those taken out
    std::vector<double> conductance;     // parallel to it: Σ c when it was taken out
    std::vector<std::uint64_t> offsets;  // order.size() + 1, into ends and shares
    std::vector<Vertex> ends;
    std::vector<double> shares;  // c_j / Σ c
    std::vector<Vertex> core;    // the others, ascending
    Adjacency rest;              // their network, numbered by their places in core
};

// Of a connected network with strengths above 0 (or none: each 1). Goes to the last actor where there are
// never more than three times as many ties as at first nor twenty times as many ends of stars as arcs, as in
// long and thin networks; else only to twice the ties and ten times the arcs.
StarMesh star_mesh(const Adjacency& ties);

}  // namespace entente
