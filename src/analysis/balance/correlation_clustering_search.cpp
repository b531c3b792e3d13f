#include "analysis/balance/correlation_clustering_search.hpp"

#include <algorithm>
#include <iterator>

#include "analysis/balance/clusterability.hpp"

namespace entente::balance {

CorrelationClusteringSearch::CorrelationClusteringSearch(const FrustrationProblem& problem,
                                                         const EdgeLists& lists)
    : problem_(problem),
      lists_(lists),
      size_(problem.vertices, 0),
      queued_(problem.vertices, 0),
      towards_(problem.vertices, 0) {}

void CorrelationClusteringSearch::weigh(std::uint32_t v) {
    for (const std::uint32_t b : touched_) towards_[b] = 0;
    touched_.clear();
    for (const auto& [other, edge] : lists_.of(v)) {
        const std::uint32_t b = bloc_[other];
        if (towards_[b] == 0) touched_.push_back(b);
        towards_[b] += problem_.edges[edge].weight;
    }
}

// The caller has weighed v.
void CorrelationClusteringSearch::move(std::uint32_t v, std::uint32_t to) {
    const std::uint32_t from = bloc_[v];
    cost_ += towards_[from] - towards_[to];
    if (--size_[from] == 0) free_.push_back(from);
    if (size_[to]++ == 0) free_.erase(std::prev(std::find(free_.rbegin(), free_.rend(), to).base()));
    bloc_[v] = to;
    journal_.push_back({v, from});
}

bool CorrelationClusteringSearch::move_to_best(std::uint32_t v) {
    weigh(v);
    const std::uint32_t from = bloc_[v];
    std::uint32_t best = from;
    Cost most = towards_[from];
    for (const std::uint32_t b : touched_) {
        if (towards_[b] > most) {
            most = towards_[b];
            best = b;
        }
    }
    if (most < 0 && !free_.empty()) best = free_.back();  // nobody's friend: a bloc of its own
    if (best == from) return false;
    move(v, best);
    return true;
}

void CorrelationClusteringSearch::descend() {
    for (std::size_t i = 0; i < work_.size(); ++i) {
        const std::uint32_t v = work_[i];
        queued_[v] = 0;
        if (!move_to_best(v)) continue;
        for (const auto& [other, edge] : lists_.of(v)) {
            if (queued_[other]) continue;
            queued_[other] = 1;
            work_.push_back(other);
        }
    }
    work_.clear();
}

void CorrelationClusteringSearch::kick(Random& random) {
    const auto start = static_cast<std::uint32_t>(random.below(problem_.vertices));
    const std::uint64_t size = 1 + random.below(6);
    std::uint32_t v = start, to = bloc_[start];
    // One in three kicks founds a bloc, the others drag a short walk of vertices into the bloc of a neighbor.
    const auto around = lists_.of(start);
    if (around.empty()) return;
    if (random.below(3) == 0 && !free_.empty()) {
        to = free_.back();
    } else {
        to = bloc_[around[random.below(around.size())].other];
    }
    for (std::uint64_t k = 0; k < size; ++k) {
        if (bloc_[v] != to) {
            weigh(v);
            move(v, to);
        }
        if (!queued_[v]) {
            queued_[v] = 1;
            work_.push_back(v);
        }
        const auto next = lists_.of(v);
        for (const auto& [other, edge] : next) {
            if (queued_[other]) continue;
            queued_[other] = 1;
            work_.push_back(other);
        }
        v = next[random.below(next.size())].other;
    }
    random.shuffle(std::span(work_));
}

Cost CorrelationClusteringSearch::improve(std::vector<std::uint32_t>& bloc, Random& random,
                                          std::uint64_t kicks) {
    bloc_ = bloc;
    cost_ = errors_of(problem_, bloc_);
    std::fill(size_.begin(), size_.end(), 0U);
    for (const std::uint32_t b : bloc_) ++size_[b];
    free_.clear();
    for (std::uint32_t b = 0; b < problem_.vertices; ++b) {
        if (size_[b] == 0) free_.push_back(b);
    }
    for (std::uint32_t v = 0; v < problem_.vertices; ++v) {
        work_.push_back(v);
        queued_[v] = 1;
    }
    random.shuffle(std::span(work_));
    descend();
    for (std::uint64_t k = 0; k < kicks && cost_ > 0; ++k) {
        journal_.clear();
        const Cost before = cost_;
        kick(random);
        descend();
        if (cost_ <= before) continue;
        for (std::size_t i = journal_.size(); i > 0; --i) {
            const Move back = journal_[i - 1];
            weigh(back.vertex);
            move(back.vertex, back.from);
        }
    }
    bloc = bloc_;
    return cost_;
}

}  // namespace entente::balance
