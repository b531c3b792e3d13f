#include "analysis/community/algorithms/dendrogram.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace entente::community {

namespace {

// Clusters that grow by merges, with what modularity needs to know of each.
class Clusters {
public:
    explicit Clusters(const ModularityGraph& graph)
        : graph_(graph), of_(graph.vertex_count()), members_(graph.vertex_count()) {
        std::iota(of_.begin(), of_.end(), 0U);
        for (Vertex v = 0; v < of_.size(); ++v) members_[v].push_back(v);
        friendly_ = graph.friendly;
        hostile_ = graph.hostile;
    }

    // Joins cluster b into cluster a or a into b and gives what 2m·Q grows by. The smaller one is relabeled,
    // so that all merges together look at each arc O(log n) times.
    double merge(std::uint32_t a, std::uint32_t b, std::uint32_t& joint) {
        if (members_[a].size() < members_[b].size()) std::swap(a, b);
        double between = 0;
        for (const Vertex v : members_[b]) {
            for (std::size_t arc = graph_.offsets[v]; arc < graph_.offsets[v + 1]; ++arc) {
                if (of_[graph_.targets[arc]] == a) between += graph_.net[arc];
            }
        }
        double gain = between - graph_.friendly_factor() * friendly_[a] * friendly_[b];
        friendly_[a] += friendly_[b];
        if (graph_.has_hostile()) {
            gain += graph_.hostile_factor() * hostile_[a] * hostile_[b];
            hostile_[a] += hostile_[b];
        }
        for (const Vertex v : members_[b]) of_[v] = a;
        members_[a].insert(members_[a].end(), members_[b].begin(), members_[b].end());
        members_[b] = {};
        joint = a;
        return 2 * gain;
    }

    const Membership& membership() const { return of_; }

private:
    const ModularityGraph& graph_;
    Membership of_;
    std::vector<std::vector<Vertex>> members_;
    std::vector<double> friendly_, hostile_;
};

}  // namespace

Membership best_cut(const ModularityGraph& graph, std::span<const Merge> merges) {
    const std::size_t n = graph.vertex_count();
    const double tolerance = 1e-12 * (graph.friendly_total + graph.hostile_total);
    std::vector<std::uint32_t> place(n + merges.size());
    std::iota(place.begin(), place.begin() + static_cast<std::ptrdiff_t>(n), 0U);
    double sum = 0, best = 0;
    std::size_t best_steps = 0;
    Clusters trial(graph);
    for (std::size_t i = 0; i < merges.size(); ++i) {
        sum += trial.merge(place[merges[i].first], place[merges[i].second], place[n + i]);
        if (sum > best + tolerance) {
            best = sum;
            best_steps = i + 1;
        }
    }
    Clusters chosen(graph);
    for (std::size_t i = 0; i < best_steps; ++i)
        chosen.merge(place[merges[i].first], place[merges[i].second], place[n + i]);
    return in_order_of_appearance(chosen.membership());
}

}  // namespace entente::community
