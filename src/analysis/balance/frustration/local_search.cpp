#include "analysis/balance/frustration/local_search.hpp"

#include <algorithm>

namespace entente::balance {

void LocalSearch::start(const Sides& side) {
    side_ = side;
    cost_ = cost_of(problem_, side_);
    std::fill(gain_.begin(), gain_.end(), 0);
    for (const SignedEdge& e : problem_.edges) {
        const Cost gain = e.frustrated(side_) ? e.cost() : -e.cost();
        gain_[e.u] += gain;
        gain_[e.v] += gain;
    }
}

void LocalSearch::flip(std::uint32_t v) {
    steps_ += 4 + lists_.of(v).size();
    cost_ -= gain_[v];
    for (const auto& [other, edge] : lists_.of(v)) {
        const SignedEdge& e = problem_.edges[edge];
        gain_[other] += e.frustrated(side_) ? -2 * e.cost() : 2 * e.cost();
    }
    gain_[v] = -gain_[v];
    side_[v] ^= 1;
    journal_.push_back(v);
}

void LocalSearch::descend() {
    steps_ += work_.size();
    for (std::size_t i = 0; i < work_.size(); ++i) {
        const std::uint32_t v = work_[i];
        if (gain_[v] <= 0) continue;
        flip(v);
        for (const auto& [other, edge] : lists_.of(v)) {
            if (gain_[other] > 0) work_.push_back(other);
        }
    }
    work_.clear();
}

void LocalSearch::kick(Random& random) {
    const std::size_t size =
        1 + random.below(std::max<std::uint64_t>(2, std::min<std::uint64_t>(problem_.vertices / 3, 12)));
    cluster_.assign(1, static_cast<std::uint32_t>(random.below(problem_.vertices)));
    for (std::size_t tries = 0; cluster_.size() < size && tries < 3 * size; ++tries) {
        const auto around = lists_.of(cluster_[random.below(cluster_.size())]);
        if (around.empty()) return;
        const std::uint32_t next = around[random.below(around.size())].other;
        if (std::find(cluster_.begin(), cluster_.end(), next) == cluster_.end()) cluster_.push_back(next);
    }
    for (const std::uint32_t v : cluster_) flip(v);
    for (const std::uint32_t v : cluster_) {
        work_.push_back(v);
        for (const auto& [other, edge] : lists_.of(v)) work_.push_back(other);
    }
}

Cost LocalSearch::improve(Sides& side, Random& random, std::uint64_t kicks) {
    start(side);
    for (std::uint32_t v = 0; v < problem_.vertices; ++v) work_.push_back(v);
    random.shuffle(std::span(work_));
    descend();
    journal_.clear();
    for (std::uint64_t k = 0; k < kicks && cost_ > 0; ++k) {
        const Cost before = cost_;
        kick(random);
        descend();
        if (cost_ > before) {
            for (std::size_t i = journal_.size(); i > 0; --i) flip(journal_[i - 1]);
        }
        journal_.clear();
    }
    side = side_;
    return cost_;
}

}  // namespace entente::balance
