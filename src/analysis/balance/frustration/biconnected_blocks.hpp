// Biconnected blocks of a frustration problem: parts that share at most a vertex, so that their costs add up
// and their sides fit together whatever they are.
#pragma once

#include "analysis/balance/frustration/frustration_problem.hpp"

namespace entente::balance {

struct Block {
    FrustrationProblem problem;            // vertices renumbered
    std::vector<std::uint32_t> vertex_of;  // block vertex -> vertex
};

// Every edge is in exactly one block (Hopcroft & Tarjan 1973, without recursion); fewest edges first.
std::vector<Block> blocks(const FrustrationProblem& problem);

// Sides of all vertices from the sides within each block, each block turned to fit its neighbors. Vertices
// without edges get 0.
Sides join(std::uint32_t vertices, const std::vector<Block>& blocks, const std::vector<Sides>& sides);

}  // namespace entente::balance
