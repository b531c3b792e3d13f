#include "graph/biconnected.hpp"

#include <algorithm>
#include <tuple>

#include "graph/depth_first.hpp"

namespace entente {

namespace {

struct Leaving {
    const PathGraph& graph;
    std::size_t degree(Node v) const { return graph.leaving.degree(v); }
    Node neighbor(Node v, std::size_t k) const { return graph.leaving.neighbors(v)[k]; }
};

// Calls finished(members) for each block of a component: the cut node nearest to the root last, blocks
// farther from the root first.
template <class Finished>
class BlockCollector {
public:
    BlockCollector(const Leaving& lists, Node root, const Finished& finished)
        : lists_(lists), finished_(finished), open_(1, root) {}

    void tree(Node v, std::size_t k) { open_.push_back(lists_.neighbor(v, k)); }
    void back(Node, std::size_t) {}
    void leave(Node v, Node parent, bool ends_block) {
        if (!ends_block) return;
        std::vector<Node> members;
        do {
            members.push_back(open_.back());
            open_.pop_back();
        } while (members.back() != v);
        members.push_back(parent);
        finished_(std::move(members));
    }

private:
    const Leaving& lists_;
    const Finished& finished_;
    std::vector<Node> open_;  // entered, and not yet of a block
};

}  // namespace

Blocks blocks_of(const PathGraph& graph) {
    const std::size_t n = graph.node_count();
    Blocks result{{}, std::vector<double>(n, 0)};
    std::vector<double> below(n, 1),
        squares(n, 0);  // vertices at and under a node so far; squares of the branches under it
    const Leaving lists{graph};
    DepthFirst search(lists, n);
    for (Node root = 0; root < n; ++root) {
        if (search.visited(root)) continue;
        const std::size_t before = search.count(), first = result.blocks.size();
        std::vector<double> under;  // of each block of the component: the vertices beyond its cut node
        const auto finished = [&](std::vector<Node> members) {
            const Node cut = members.back();
            double sum = 0;
            for (const Node v : members) sum += v == cut ? 0 : below[v];
            std::vector<double> weight;
            for (const Node v : members) weight.push_back(below[v]);
            below[cut] += sum;
            squares[cut] += sum * sum;
            under.push_back(sum);
            result.blocks.push_back({std::move(members), std::move(weight)});
        };
        BlockCollector collector(lists, root, finished);
        search.search(root, collector);
        const double all = static_cast<double>(search.count() - before);
        for (std::size_t b = first; b < result.blocks.size(); ++b) {
            Block& block = result.blocks[b];
            block.weight.back() = all - under[b - first];
            for (std::size_t i = 0; i + 1 < block.nodes.size();
                 ++i) {  // each node but the root is once not the cut node of a block
                const Node v = block.nodes[i];
                const double above = all - below[v];
                result.cut_pairs[v] = (all - 1) * (all - 1) - squares[v] - above * above;
            }
        }
        result.cut_pairs[root] = (all - 1) * (all - 1) - squares[root];
    }
    for (Block& block : result.blocks) {
        std::vector<std::pair<Node, double>> sorted;
        for (std::size_t i = 0; i < block.nodes.size(); ++i)
            sorted.emplace_back(block.nodes[i], block.weight[i]);
        std::sort(sorted.begin(), sorted.end());
        for (std::size_t i = 0; i < sorted.size(); ++i) std::tie(block.nodes[i], block.weight[i]) = sorted[i];
    }
    return result;
}

PathGraph block_graph(const PathGraph& graph, const Block& block) {
    PathGraph part;
    part.vertex = block.nodes;
    part.uniform = graph.uniform;
    part.unit = graph.unit;
    part.tolerance = graph.tolerance;
    part.smallest_cost = graph.smallest_cost;
    part.largest_cost = graph.largest_cost;
    part.leaving.offsets.push_back(0);
    for (const Node u : block.nodes) {
        for (std::uint32_t arc = graph.leaving.begin(u); arc < graph.leaving.end(u); ++arc) {
            const auto at =
                std::lower_bound(block.nodes.begin(), block.nodes.end(), graph.leaving.heads[arc]);
            if (at == block.nodes.end() || *at != graph.leaving.heads[arc]) continue;
            part.leaving.heads.push_back(static_cast<Node>(at - block.nodes.begin()));
            part.leaving.ties.push_back(graph.leaving.ties[arc]);
            if (!graph.uniform) part.leaving.costs.push_back(graph.leaving.costs[arc]);
        }
        part.leaving.offsets.push_back(static_cast<std::uint32_t>(part.leaving.heads.size()));
    }
    return part;
}

}  // namespace entente
