#include "analysis/balance/frustration/reduction.hpp"

#include <algorithm>
#include <array>

namespace entente::balance {

namespace {

using Neighbors = std::vector<std::pair<std::uint32_t, Cost>>;  // ascending by vertex

Cost magnitude(Cost w) { return w < 0 ? -w : w; }

class Reducer {
public:
    explicit Reducer(const FrustrationProblem& problem)
        : around_(problem.vertices), queued_(problem.vertices, 1) {
        reduced_.problem.vertices = problem.vertices;
        for (const SignedEdge& e : problem.edges) {
            around_[e.u].push_back({e.v, e.weight});
            around_[e.v].push_back({e.u, e.weight});
        }
        for (Neighbors& neighbors : around_) std::sort(neighbors.begin(), neighbors.end());
        for (std::uint32_t v = problem.vertices; v > 0; --v) queue_.push_back(v - 1);
    }

    Reduced run() {
        while (!queue_.empty()) {
            const std::uint32_t v = queue_.back();
            queue_.pop_back();
            queued_[v] = 0;
            if (!around_[v].empty() && !merge_with_dominant(v) && around_[v].size() == 3) star_to_triangle(v);
        }
        for (std::uint32_t u = 0; u < around_.size(); ++u) {
            for (const auto& [v, w] : around_[u]) {
                if (u < v) reduced_.problem.edges.push_back({u, v, w});
            }
        }
        return std::move(reduced_);
    }

private:
    static Neighbors::iterator find(Neighbors& neighbors, std::uint32_t v) {
        return std::lower_bound(neighbors.begin(), neighbors.end(), v,
                                [](const auto& entry, std::uint32_t x) { return entry.first < x; });
    }

    void touch(std::uint32_t v) {
        if (queued_[v]) return;
        queued_[v] = 1;
        queue_.push_back(v);
    }

    void set_half(std::uint32_t u, std::uint32_t v, Cost w) {
        Neighbors& list = around_[u];
        const auto at = find(list, v);
        const bool there = at != list.end() && at->first == v;
        if (w == 0) {
            if (there) list.erase(at);
        } else if (there) {
            at->second = w;
        } else {
            list.insert(at, {v, w});
        }
    }

    // A further tie between u and v; of two that disagree one is always frustrated, the lighter one at least.
    void add(std::uint32_t u, std::uint32_t v, Cost w) {
        if (w == 0) return;
        const auto at = find(around_[u], v);
        const Cost old = at != around_[u].end() && at->first == v ? at->second : 0;
        if ((old > 0) != (w > 0)) reduced_.constant += std::min(magnitude(old), magnitude(w));
        set_half(u, v, old + w);
        set_half(v, u, old + w);
    }

    Neighbors take_out(std::uint32_t v) {
        Neighbors list = std::move(around_[v]);
        around_[v].clear();
        for (const auto& [u, w] : list) {
            set_half(u, v, 0);
            touch(u);
        }
        reduced_.removed.push_back({v, list});
        return list;
    }

    bool merge_with_dominant(std::uint32_t v) {
        Cost total = 0;
        std::pair<std::uint32_t, Cost> dominant{0, 0};
        for (const auto& entry : around_[v]) {
            total += magnitude(entry.second);
            if (magnitude(entry.second) > magnitude(dominant.second)) dominant = entry;
        }
        if (2 * magnitude(dominant.second) < total) return false;
        for (const auto& [u, w] : take_out(v)) {
            if (u != dominant.first) add(u, dominant.first, dominant.second < 0 ? -w : w);
        }
        return true;
    }

    void star_to_triangle(std::uint32_t v) {
        const Neighbors& star = around_[v];
        std::array<Cost, 3> weight{},
            alone{};  // alone[i]: what it costs when neighbor i is at odds with the two others
        for (std::size_t i = 0; i < 3; ++i) weight[i] = magnitude(star[i].second);
        for (std::size_t i = 0; i < 3; ++i)
            alone[i] = std::min(weight[i], weight[(i + 1) % 3] + weight[(i + 2) % 3]);
        if ((alone[0] + alone[1] + alone[2]) % 2 != 0) return;
        const Neighbors list = take_out(v);
        for (std::size_t i = 0; i < 3; ++i) {
            const std::size_t j = (i + 1) % 3, k = (i + 2) % 3;
            const Cost w = (alone[i] + alone[j] - alone[k]) / 2;
            add(list[i].first, list[j].first, (list[i].second < 0) != (list[j].second < 0) ? -w : w);
        }
    }

    std::vector<Neighbors> around_;
    std::vector<std::uint8_t> queued_;
    std::vector<std::uint32_t> queue_;
    Reduced reduced_;
};

}  // namespace

Reduced reduce(const FrustrationProblem& problem) { return Reducer(problem).run(); }

void restore(const Reduced& reduced, Sides& side) {
    for (auto at = reduced.removed.rbegin(); at != reduced.removed.rend(); ++at) {
        Cost towards_one = 0;
        for (const auto& [u, w] : at->neighbors) towards_one += side[u] ? w : -w;
        side[at->vertex] = towards_one > 0 ? 1 : 0;
    }
}

}  // namespace entente::balance
