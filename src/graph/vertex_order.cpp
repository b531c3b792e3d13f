#include "graph/vertex_order.hpp"

#include <algorithm>
#include <array>
#include <compare>
#include <limits>
#include <numeric>

namespace entente {

namespace {

constexpr Vertex often = (1U << 14) - 1;  // vertices between two looks at whether to stop

template <class Visit>
void each_neighbor(const Graph& graph, Vertex v, const Visit& visit) {
    for (const Vertex w : graph.out().neighbors(v)) visit(w);
    if (!graph.directed()) return;
    for (const Vertex w : graph.in().neighbors(v)) visit(w);
}

std::size_t degree_of(const Graph& graph, Vertex v) {
    return graph.out().degree(v) + (graph.directed() ? graph.in().degree(v) : 0);
}

struct BreadthFirst {
    std::vector<Vertex> order;
    std::size_t levels = 0;  // the most of any search
};

BreadthFirst breadth_first_from_hubs(const Graph& graph, const Control& control) {
    const std::size_t n = graph.vertex_count();
    std::vector<Vertex> hubs(n);
    std::iota(hubs.begin(), hubs.end(), Vertex{0});
    std::stable_sort(hubs.begin(), hubs.end(),
                     [&](Vertex a, Vertex b) { return degree_of(graph, a) > degree_of(graph, b); });
    std::vector<char> seen(n, 0);
    BreadthFirst result;
    std::vector<Vertex>& order = result.order;
    order.reserve(n);
    for (const Vertex root : hubs) {
        if (seen[root]) continue;
        seen[root] = 1;
        std::size_t next = order.size(), level_end = next, levels = 0;
        order.push_back(root);
        for (; next < order.size(); ++next) {
            if ((next & often) == 0) control.checkpoint();
            if (next == level_end) {
                level_end = order.size();
                result.levels = std::max(result.levels, ++levels);
            }
            each_neighbor(graph, order[next], [&](Vertex w) {
                if (seen[w]) return;
                seen[w] = 1;
                order.push_back(w);
            });
        }
    }
    return result;
}

// Each vertex takes the commonest label among its neighbors, its own where that is as common, else the first
// met.
std::vector<Vertex> propagated_labels(const Graph& graph, const std::vector<Vertex>& order,
                                      const Control& control) {
    constexpr int rounds = 5;
    std::vector<Vertex> label(graph.vertex_count()), met;
    std::iota(label.begin(), label.end(), Vertex{0});
    std::vector<std::uint32_t> count(graph.vertex_count(), 0);
    for (int round = 0; round < rounds; ++round) {
        for (auto v = order.rbegin(); v != order.rend(); ++v) {
            met.clear();
            if ((*v & often) == 0) control.checkpoint();
            each_neighbor(graph, *v, [&](Vertex w) {
                if (count[label[w]]++ == 0) met.push_back(label[w]);
            });
            Vertex best = label[*v];
            std::uint32_t most = 0;
            for (const Vertex l : met) {
                if (count[l] > most || (count[l] == most && l == label[*v])) {
                    most = count[l];
                    best = l;
                }
            }
            for (const Vertex l : met) count[l] = 0;
            label[*v] = best;
        }
    }
    return label;
}

// Those with the same best-connected neighbor side by side, and among them those with the same second best.
std::vector<Vertex> by_hubs(const Graph& graph, const std::vector<Vertex>& order, const Control& control) {
    constexpr std::uint32_t none = std::numeric_limits<std::uint32_t>::max();
    const std::size_t n = graph.vertex_count();
    std::vector<std::uint32_t> place(n);
    for (std::uint32_t i = 0; i < n; ++i) place[order[i]] = i;
    const auto degree = [&](Vertex v) { return degree_of(graph, v); };
    struct Key {
        std::uint32_t hub, second;
        Vertex vertex;
        auto operator<=>(const Key&) const = default;
    };
    std::vector<Key> keys;
    for (const Vertex v : order) {
        if ((v & often) == 0) control.checkpoint();
        std::array<Vertex, 2> best{none, none};
        const auto more = [&](Vertex a, Vertex b) {
            return b == none || degree(a) > degree(b) || (degree(a) == degree(b) && place[a] < place[b]);
        };
        each_neighbor(graph, v, [&](Vertex w) {
            if (w == best[0] || w == best[1]) return;
            if (more(w, best[0])) best = {w, best[0]};
            else if (more(w, best[1])) best[1] = w;
        });
        keys.push_back(
            {best[0] == none ? none : place[best[0]], best[1] == none ? none : place[best[1]], place[v]});
    }
    std::sort(keys.begin(), keys.end());
    std::vector<Vertex> result;
    for (const Key& key : keys) result.push_back(order[key.vertex]);
    return result;
}

// Groups of sixteen near one another, as many as are searched from at once: each grows by the vertex that has
// the largest share of its ties to the group, the first of equal ones. A vertex with many ties brings no
// neighbors in, so that the work is O(n + m).
class Groups {
public:
    Groups(const Graph& graph, const std::vector<Vertex>& order)
        : graph_(graph),
          order_(order),
          taken_(order.size(), 0),
          place_(order.size()),
          links_(order.size(), 0) {
        for (std::uint32_t i = 0; i < order.size(); ++i) place_[order[i]] = i;
    }

    std::vector<Vertex> all(const Control& control) {
        constexpr std::size_t group = 16;
        std::vector<Vertex> result;
        result.reserve(order_.size());
        while (result.size() < order_.size()) {
            if ((result.size() & often) < group) control.checkpoint();
            const std::size_t full = std::min(order_.size(), result.size() + group);
            while (result.size() < full) result.push_back(next());
            for (const Vertex v : near_) links_[v] = 0;
            near_.clear();
        }
        return result;
    }

private:
    Vertex next() {
        constexpr std::size_t most_ties = 64;
        while (taken_[order_[first_left_]]) ++first_left_;
        const Vertex v = near_.empty() ? order_[first_left_] : nearest();
        taken_[v] = 1;
        if (degree_of(graph_, v) > most_ties) return v;
        each_neighbor(graph_, v, [&](Vertex w) {
            if (!taken_[w] && links_[w]++ == 0) near_.push_back(w);
        });
        return v;
    }

    Vertex nearest() {
        const auto better = [&](Vertex a, Vertex b) {
            const std::uint64_t of_a = links_[a] * degree_of(graph_, b),
                                of_b = links_[b] * degree_of(graph_, a);
            return of_a > of_b || (of_a == of_b && place_[a] < place_[b]);
        };
        const auto best = std::min_element(near_.begin(), near_.end(), better);
        const Vertex v = *best;
        *best = near_.back();
        near_.pop_back();
        return v;
    }

    const Graph& graph_;
    const std::vector<Vertex>& order_;
    std::vector<char> taken_;
    std::vector<std::uint32_t> place_;
    std::vector<std::uint64_t> links_;  // to the group in hand
    std::vector<Vertex> near_;          // those with any
    std::size_t first_left_ = 0;
};

}  // namespace

std::vector<Vertex> order_for_caches(const Graph& graph, const Control& control) {
    constexpr std::size_t many_levels = 16;  // where hubs do not bring everyone near
    auto [order, levels] = breadth_first_from_hubs(graph, control);
    const std::vector<Vertex> label = propagated_labels(graph, order, control);
    std::vector<std::uint32_t> first(graph.vertex_count(), static_cast<std::uint32_t>(order.size()));
    for (std::uint32_t place = 0; place < order.size(); ++place)
        first[label[order[place]]] = std::min(first[label[order[place]]], place);
    std::stable_sort(order.begin(), order.end(),
                     [&](Vertex a, Vertex b) { return first[label[a]] < first[label[b]]; });
    return levels > many_levels ? Groups(graph, order).all(control) : by_hubs(graph, order, control);
}

}  // namespace entente
