// The depth-first search behind cut vertices and blocks.
#pragma once

#include <algorithm>
#include <cstdint>
#include <limits>
#include <vector>

namespace entente {

// Low points without recursion (Hopcroft & Tarjan 1973) over `Lists`, which gives degree(v) and neighbor(v,
// k) of vertices that have at most one edge a pair, either way.
template <class Lists>
class DepthFirst {
public:
    DepthFirst(const Lists& lists, std::size_t vertices)
        : lists_(lists),
          number_(vertices, unseen),
          low_(vertices, 0),
          parent_(vertices, unseen),
          next_(vertices, 0) {}

    bool visited(std::uint32_t v) const { return number_[v] != unseen; }
    std::uint32_t count() const { return counter_; }  // of the visited

    // All that is connected with `root`. Calls visitor.tree(v, k) where the k-th neighbor of v is new,
    // visitor.back(v, k) where it was entered before v, and visitor.leave(v, parent, ends_block) when all
    // beyond v is done: `ends_block` where nothing there leads past the parent.
    template <class Visitor>
    void search(std::uint32_t root, Visitor& visitor) {
        enter(root, unseen);
        while (!path_.empty()) {
            const std::uint32_t v = path_.back();
            if (next_[v] < lists_.degree(v)) {
                step(v, next_[v]++, visitor);
                continue;
            }
            path_.pop_back();
            if (path_.empty()) return;
            const std::uint32_t above = path_.back();
            low_[above] = std::min(low_[above], low_[v]);
            visitor.leave(v, above, low_[v] >= number_[above]);
        }
    }

private:
    static constexpr std::uint32_t unseen = std::numeric_limits<std::uint32_t>::max();

    void enter(std::uint32_t v, std::uint32_t from) {
        number_[v] = low_[v] = counter_++;
        parent_[v] = from;
        path_.push_back(v);
    }

    template <class Visitor>
    void step(std::uint32_t v, std::size_t k, Visitor& visitor) {
        const std::uint32_t w = lists_.neighbor(v, k);
        if (number_[w] == unseen) {
            visitor.tree(v, k);
            enter(w, v);
        } else if (w != parent_[v] && number_[w] < number_[v]) {
            visitor.back(v, k);
            low_[v] = std::min(low_[v], number_[w]);
        }
    }

    const Lists& lists_;
    std::vector<std::uint32_t> number_, low_, parent_;
    std::vector<std::size_t> next_;
    std::vector<std::uint32_t> path_;
    std::uint32_t counter_ = 0;
};

}  // namespace entente
