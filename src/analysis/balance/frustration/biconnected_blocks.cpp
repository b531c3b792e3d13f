#include "analysis/balance/frustration/biconnected_blocks.hpp"

#include <algorithm>
#include <limits>

namespace entente::balance {

namespace {

constexpr std::uint32_t unseen = std::numeric_limits<std::uint32_t>::max();

class BlockFinder {
public:
    explicit BlockFinder(const FrustrationProblem& problem)
        : problem_(problem),
          lists_(edge_lists(problem)),
          number_(problem.vertices, unseen),
          low_(problem.vertices),
          local_(problem.vertices, unseen) {}

    std::vector<Block> run() {
        for (std::uint32_t root = 0; root < problem_.vertices; ++root) {
            if (number_[root] == unseen) search_from(root);
        }
        std::stable_sort(found_.begin(), found_.end(), [](const Block& a, const Block& b) {
            return a.problem.edges.size() < b.problem.edges.size();
        });
        return std::move(found_);
    }

private:
    struct Frame {
        std::uint32_t vertex, edge_in;
        std::uint64_t next;
    };

    void enter(std::uint32_t v, std::uint32_t edge_in) {
        number_[v] = low_[v] = counter_++;
        path_.push_back({v, edge_in, lists_.offsets[v]});
    }

    void search_from(std::uint32_t root) {
        enter(root, unseen);
        while (!path_.empty()) {
            Frame& top = path_.back();
            const std::uint32_t v = top.vertex;
            if (top.next < lists_.offsets[v + 1]) {
                const auto [other, edge] = lists_.entries[top.next++];
                if (edge == top.edge_in) continue;
                if (number_[other] == unseen) {
                    edges_.push_back(edge);
                    enter(other, edge);
                } else if (number_[other] < number_[v]) {
                    edges_.push_back(edge);
                    low_[v] = std::min(low_[v], number_[other]);
                }
                continue;
            }
            const std::uint32_t edge_in = top.edge_in;
            path_.pop_back();
            if (path_.empty()) return;
            const std::uint32_t parent = path_.back().vertex;
            low_[parent] = std::min(low_[parent], low_[v]);
            if (low_[v] >= number_[parent]) close_block(edge_in);
        }
    }

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
    std::vector<std::uint32_t> number_, low_, local_, edges_;
    std::vector<Frame> path_;
    std::vector<Block> found_;
    std::uint32_t counter_ = 0;
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
