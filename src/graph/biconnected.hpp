// Where an undirected graph falls apart when one node goes: its blocks, and what hangs at them.
#pragma once

#include <vector>

#include "graph/paths/path_graph.hpp"

namespace entente {

// A largest part without a cut node, or a tie by itself.
struct Block {
    std::vector<Node> nodes;  // ascending
    std::vector<double>
        weight;  // parallel: the vertices that reach the block through the node, itself included
};

struct Blocks {
    std::vector<Block> blocks;
    std::vector<double> cut_pairs;  // by node: ordered pairs of others that it alone holds together
};

// The blocks of an undirected path graph (Hopcroft & Tarjan 1973, without recursion). Shortest paths between
// two blocks pass the cut nodes between them, so betweenness is that within each block, of weighted nodes,
// and the cut pairs (Puzis et al. 2015).
Blocks blocks_of(const PathGraph& graph);

// The arcs between the nodes of a block; its nodes are numbered in their order there, `vertex` names them in
// the graph given.
PathGraph block_graph(const PathGraph& graph, const Block& block);

}  // namespace entente
