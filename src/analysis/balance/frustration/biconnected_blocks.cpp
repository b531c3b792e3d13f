#include "analysis/balance/frustration/biconnected_blocks.hpp"

#include <algorithm>
#include <limits>

#include "graph/depth_first.hpp"

namespace entente::balance {

namespace {

constexpr std::uint32_t unseen = std::numeric_limits<std::uint32_t>::max();

struct EdgesAround {
    const EdgeLists& lists;
    std::size_t degree(std::uint32_t v) const { return lists.of(v).size(); }
    std::uint32_t neighbor(std::uint32_t v, std::size_t k) const { return lists.of(v)[k].other; }
};

class BlockFinder {
public:
    explicit BlockFinder(const FrustrationProblem& problem)
        : problem_(problem), lists_(edge_lists(problem)), local_(problem.vertices, unseen) {}

    std::vector<Block> run() {
        const EdgesAround around{lists_};
        DepthFirst search(around, problem_.vertices);
        for (std::uint32_t root = 0; root < problem_.vertices; ++root) {
            if (!search.visited(root)) search.search(root, *this);
        }
        std::stable_sort(found_.begin(), found_.end(), [](const Block& a, const Block& b) {
            return a.problem.edges.size() < b.problem.edges.size();
        });
        return std::move(found_);
    }

    void tree(std::uint32_t v, std::size_t k) {
        edges_.push_back(lists_.of(v)[k].edge);
        tree_.push_back(edges_.back());
    }
    void back(std::uint32_t v, std::size_t k) { edges_.push_back(lists_.of(v)[k].edge); }
    void leave(std::uint32_t, std::uint32_t, bool ends_block) {
        const std::uint32_t edge_in = tree_.back();
        tree_.pop_back();
        if (ends_block) close_block(edge_in);
    }

private:
    void close_block(std::uint32_t last) {
        Block block;
        const auto local = [&](std::uint32_t v) {
            if (local_[v] == unseen) {
                local_[v] = static_cast<std::uint32_t>(block.vertex_of.size());
                block.vertex_of.push_back(v);
            }
            return local_[v];
        };
        for (std::uint32_t edge = unseen; edge != last;) {
            edge = edges_.back();
            edges_.pop_back();
            const SignedEdge& e = problem_.edges[edge];
            const std::uint32_t u = local(e.u), v = local(e.v);
            block.problem.edges.push_back({u, v, e.weight});
        }
        block.problem.vertices = static_cast<std::uint32_t>(block.vertex_of.size());
        for (const std::uint32_t v : block.vertex_of) local_[v] = unseen;
        found_.push_back(std::move(block));
    }

    const FrustrationProblem& problem_;
    EdgeLists lists_;
    std::vector<std::uint32_t> local_;
    std::vector<std::uint32_t> edges_;  // met, and not yet of a block
    std::vector<std::uint32_t> tree_;   // by which the vertices on the way from the root were entered
    std::vector<Block> found_;
};

}  // namespace

std::vector<Block> blocks(const FrustrationProblem& problem) { return BlockFinder(problem).run(); }

Sides join(std::uint32_t vertices, const std::vector<Block>& blocks, const std::vector<Sides>& sides) {
    // Within a block all sides are known relative to each other: say so along a tree of "same side or not"
    // from its first vertex.
    FrustrationProblem relations;
    relations.vertices = vertices;
    for (std::size_t b = 0; b < blocks.size(); ++b) {
        for (std::uint32_t v = 1; v < blocks[b].problem.vertices; ++v) {
            relations.edges.push_back(
                {blocks[b].vertex_of[0], blocks[b].vertex_of[v], sides[b][0] == sides[b][v] ? 1 : -1});
        }
    }
    const EdgeLists lists = edge_lists(relations);
    Sides side(vertices, 0);
    std::vector<std::uint8_t> set(vertices, 0);
    std::vector<std::uint32_t> queue;
    for (std::uint32_t root = 0; root < vertices; ++root) {
        if (set[root]) continue;
        set[root] = 1;
        queue.assign(1, root);
        for (std::size_t h = 0; h < queue.size(); ++h) {
            for (const auto& [other, edge] : lists.of(queue[h])) {
                if (set[other]) continue;
                set[other] = 1;
                side[other] =
                    static_cast<std::uint8_t>(side[queue[h]] ^ (relations.edges[edge].negative() ? 1 : 0));
                queue.push_back(other);
            }
        }
    }
    return side;
}

}  // namespace entente::balance
