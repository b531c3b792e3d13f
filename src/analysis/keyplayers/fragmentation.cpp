#include "analysis/keyplayers/fragmentation.hpp"

#include <algorithm>
#include <bit>

namespace entente::keyplayers {

namespace {

constexpr std::uint32_t unseen = 0xFFFFFFFF, gone = unseen - 1;

std::uint64_t pairs(std::uint64_t count) { return count * (count - (count > 0 ? 1 : 0)) / 2; }

}  // namespace

Fragmentation::Fragmentation(const Links& links)
    : links_(links),
      found_(links.vertex_count()),
      lowest_(found_),
      below_(found_),
      parent_(found_),
      cut_off_(found_),
      next_(links.vertex_count()),
      pairs_cut_off_(next_) {}

Remains Fragmentation::without(std::span<const Vertex> set) {
    std::fill(found_.begin(), found_.end(), unseen);
    for (const Vertex v : set) found_[v] = gone;
    Remains remains;
    for (Vertex root = 0; root < found_.size(); ++root) {
        if (found_[root] != unseen) continue;
        found_[root] = 0;
        members_.assign(1, root);
        for (std::size_t i = 0; i < members_.size(); ++i) {
            for (const Vertex w : links_.of(members_[i])) {
                if (found_[w] != unseen) continue;
                found_[w] = 0;
                members_.push_back(w);
            }
        }
        remains.connected_pairs += pairs(members_.size());
        ++remains.components;
    }
    return remains;
}

// Depth first: `lowest` is the earliest vertex that a subtree is linked to; a subtree that reaches nothing
// above its top vertex' parent is cut off when that parent goes.
void Fragmentation::search(Vertex root) {
    path_.assign(1, root);
    members_.clear();
    parent_[root] = unseen;
    const auto enter = [&](Vertex v) {
        found_[v] = lowest_[v] = time_++;
        below_[v] = 1;
        cut_off_[v] = 0;
        pairs_cut_off_[v] = 0;
        next_[v] = links_.offsets[v];
        members_.push_back(v);
    };
    enter(root);
    while (!path_.empty()) {
        const Vertex v = path_.back();
        if (next_[v] < links_.offsets[v + 1]) {
            const Vertex w = links_.targets[next_[v]++];
            if (found_[w] == unseen) {
                parent_[w] = v;
                enter(w);
                path_.push_back(w);
            } else if (found_[w] != gone && w != parent_[v]) {
                lowest_[v] = std::min(lowest_[v], found_[w]);
            }
            continue;
        }
        path_.pop_back();
        const Vertex above = parent_[v];
        if (above == unseen) continue;
        below_[above] += below_[v];
        lowest_[above] = std::min(lowest_[above], lowest_[v]);
        if (lowest_[v] >= found_[above]) {
            cut_off_[above] += below_[v];
            pairs_cut_off_[above] += pairs(below_[v]);
        }
    }
}

Remains Fragmentation::without_each(std::span<const Vertex> set, std::vector<std::uint64_t>& pairs_left) {
    std::fill(found_.begin(), found_.end(), unseen);
    for (const Vertex v : set) found_[v] = gone;
    pairs_left.assign(found_.size(), 0);
    time_ = 0;
    Remains remains;
    for (Vertex root = 0; root < found_.size(); ++root) {
        if (found_[root] != unseen) continue;
        search(root);
        const std::uint64_t size = members_.size();
        remains.connected_pairs += pairs(size);
        ++remains.components;
        // For now how many pairs go: unsigned arithmetic wraps back when it is taken from the sum below.
        for (const Vertex v : members_)
            pairs_left[v] = pairs(size) - pairs_cut_off_[v] - pairs(size - 1 - cut_off_[v]);
    }
    for (Vertex v = 0; v < found_.size(); ++v) pairs_left[v] = remains.connected_pairs - pairs_left[v];
    return remains;
}

DistanceFragmentation::DistanceFragmentation(const Links& links)
    : links_(links),
      words_((links.vertex_count() + 63) / 64),
      reached_(words_ * links.vertex_count()),
      next_(reached_),
      gone_(links.vertex_count(), 0) {}

double DistanceFragmentation::harmonic_sum_without(std::span<const Vertex> set) {
    const std::size_t n = links_.vertex_count();
    for (const Vertex v : set) gone_[v] = 1;
    std::fill(reached_.begin(), reached_.end(), 0);
    for (Vertex v = 0; v < n; ++v) {
        if (!gone_[v]) reached_[v * words_ + v / 64] = std::uint64_t{1} << (v % 64);
    }
    double sum = 0;
    std::uint64_t known = n - set.size();
    for (std::uint64_t hops = 1;; ++hops) {
        std::uint64_t count = 0;
        for (Vertex v = 0; v < n; ++v) {
            std::uint64_t* const to = next_.data() + v * words_;
            std::copy_n(reached_.data() + v * words_, words_, to);
            if (gone_[v]) continue;
            for (const Vertex w : links_.of(v)) {
                const std::uint64_t* const from =
                    reached_.data() + w * words_;  // of a vertex that is gone: nobody
                for (std::size_t i = 0; i < words_; ++i) to[i] |= from[i];
            }
            for (std::size_t i = 0; i < words_; ++i)
                count += static_cast<std::uint64_t>(std::popcount(to[i]));
        }
        if (count == known) break;
        sum += static_cast<double>(count - known) / static_cast<double>(hops);
        known = count;
        reached_.swap(next_);
    }
    for (const Vertex v : set) gone_[v] = 0;
    return sum;
}

}  // namespace entente::keyplayers
