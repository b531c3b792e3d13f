#include "analysis/robustness/free_pairs.hpp"

#include <algorithm>

namespace entente {

FreePairs::FreePairs(std::vector<ActorId> actors, bool directed)
    : actors_(std::move(actors)), directed_(directed) {
    const std::uint64_t n = actors_.size();
    all_ = n < 2 ? 0 : n * (n - 1) / (directed_ ? 1 : 2);
}

std::uint64_t FreePairs::key(ActorId source, ActorId target) const {
    std::uint64_t a = index(source), b = index(target);
    if (!directed_ && b < a) std::swap(a, b);
    return a << 32 | b;
}

bool FreePairs::free(ActorId source, ActorId target, Ways ways) const {
    return source != target && !taken_.contains(key(source, target)) &&
           (ways == Ways::one || !taken_.contains(key(target, source)));
}

void FreePairs::take(ActorId source, ActorId target, Ways ways) {
    if (source == target) return;
    taken_.insert(key(source, target));
    if (ways == Ways::both) taken_.insert(key(target, source));
}

std::optional<std::pair<ActorId, ActorId>> FreePairs::draw(Random& random, Ways ways) {
    constexpr int most_tries = 50;  // enough where some tenth of the pairs is free; beyond, they are listed
    if (count() == 0) return std::nullopt;
    for (int tries = 0; tries < most_tries; ++tries) {
        const ActorId a = actors_[random.below(actors_.size())], b = actors_[random.below(actors_.size())];
        if (!free(a, b, ways)) continue;
        take(a, b, ways);
        return std::pair(a, b);
    }
    std::vector<std::pair<ActorId, ActorId>> left;
    for (const ActorId a : actors_) {
        for (const ActorId b : actors_) {
            if (free(a, b, ways)) left.emplace_back(a, b);
        }
    }
    if (left.empty()) return std::nullopt;
    const auto chosen = left[random.below(left.size())];
    take(chosen.first, chosen.second, ways);
    return chosen;
}

}  // namespace entente
