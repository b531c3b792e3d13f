#include "graph/biconnected.hpp"

#include <algorithm>
#include <limits>
#include <tuple>

namespace entente {

namespace {

constexpr Node none = std::numeric_limits<Node>::max();

// One depth-first search; a block is complete when its first node below the cut node is left.
class Search {
public:
    explicit Search(const PathGraph& graph)
        : graph_(graph),
          number_(graph.node_count(), none),
          low_(graph.node_count(), 0),
          parent_(graph.node_count(), none),
          next_(graph.node_count(), 0) {}

    // Blocks with the cut node nearest to the root last, those farther from the root first.
    // `finished(members)`.
    template <class Finished>
    void component(Node root, const Finished& finished) {
        enter(root, none);
        while (!path_.empty()) {
            const Node u = path_.back();
            if (next_[u] < graph_.leaving.end(u)) {
                const Node v = graph_.leaving.heads[next_[u]++];
                if (number_[v] == none) enter(v, u);
                else if (v != parent_[u]) low_[u] = std::min(low_[u], number_[v]);
                continue;
            }
            path_.pop_back();
            if (path_.empty()) break;
            const Node above = path_.back();
            low_[above] = std::min(low_[above], low_[u]);
            if (low_[u] < number_[above]) continue;
            std::vector<Node> members;
            do {
                members.push_back(open_.back());
                open_.pop_back();
            } while (members.back() != u);
            members.push_back(above);
            finished(std::move(members));
        }
        open_.clear();
    }

    bool visited(Node v) const { return number_[v] != none; }
    std::size_t count() const { return counter_; }

private:
    void enter(Node v, Node from) {
        number_[v] = low_[v] = counter_++;
        parent_[v] = from;
        next_[v] = graph_.leaving.begin(v);
        path_.push_back(v);
        open_.push_back(v);
    }

    const PathGraph& graph_;
    std::vector<Node> number_, low_, parent_;
    std::vector<std::uint32_t> next_;
    std::vector<Node> path_, open_;
    Node counter_ = 0;
};

}  // namespace

Blocks blocks_of(const PathGraph& graph) {
    const std::size_t n = graph.node_count();
    Blocks result{{}, std::vector<double>(n, 0)};
    std::vector<double> below(n, 1),
        squares(n, 0);  // vertices at and under a node so far; squares of the branches under it
    Search search(graph);
    for (Node root = 0; root < n; ++root) {
        if (search.visited(root)) continue;
        const std::size_t before = search.count(), first = result.blocks.size();
        std::vector<double> under;  // of each block of the component: the vertices beyond its cut node
        search.component(root, [&](std::vector<Node> members) {
            const Node cut = members.back();
            double sum = 0;
            for (const Node v : members) sum += v == cut ? 0 : below[v];
            std::vector<double> weight;
            for (const Node v : members) weight.push_back(below[v]);
            below[cut] += sum;
            squares[cut] += sum * sum;
            under.push_back(sum);
            result.blocks.push_back({std::move(members), std::move(weight)});
        });
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
