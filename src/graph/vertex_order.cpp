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

std::vector<Vertex> breadth_first_from_hubs(const Graph& graph, const Control& control) {
    const std::size_t n = graph.vertex_count();
    const auto degree = [&](Vertex v) {
        return graph.out().degree(v) + (graph.directed() ? graph.in().degree(v) : 0);
    };
    std::vector<Vertex> hubs(n), order;
    std::iota(hubs.begin(), hubs.end(), Vertex{0});
    std::stable_sort(hubs.begin(), hubs.end(), [&](Vertex a, Vertex b) { return degree(a) > degree(b); });
    std::vector<char> seen(n, 0);
    order.reserve(n);
    for (const Vertex root : hubs) {
        if (seen[root]) continue;
        seen[root] = 1;
        std::size_t next = order.size();
        order.push_back(root);
        for (; next < order.size(); ++next) {
            if ((next & often) == 0) control.checkpoint();
            each_neighbor(graph, order[next], [&](Vertex w) {
                if (seen[w]) return;
                seen[w] = 1;
                order.push_back(w);
            });
        }
    }
    return order;
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
    const auto degree = [&](Vertex v) {
        return graph.out().degree(v) + (graph.directed() ? graph.in().degree(v) : 0);
    };
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

}  // namespace

std::vector<Vertex> order_for_caches(const Graph& graph, const Control& control) {
    std::vector<Vertex> order = breadth_first_from_hubs(graph, control);
    const std::vector<Vertex> label = propagated_labels(graph, order, control);
    std::vector<std::uint32_t> first(graph.vertex_count(), static_cast<std::uint32_t>(order.size()));
    for (std::uint32_t place = 0; place < order.size(); ++place)
        first[label[order[place]]] = std::min(first[label[order[place]]], place);
    std::stable_sort(order.begin(), order.end(),
                     [&](Vertex a, Vertex b) { return first[label[a]] < first[label[b]]; });
    return by_hubs(graph, order, control);
}

}  // namespace entente
