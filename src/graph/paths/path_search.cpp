#include "graph/paths/path_search.hpp"

#include <algorithm>

namespace entente {

namespace {

constexpr double infinite = std::numeric_limits<double>::infinity();
constexpr std::uint32_t unsettled = std::numeric_limits<std::uint32_t>::max();

}  // namespace

PathSearch::PathSearch(const PathGraph& graph)
    : graph_(graph),
      length_(graph.node_count(), infinite),
      path_count_(graph.node_count(), 0),
      rank_(graph.node_count(), unsettled) {
    reached_.reserve(graph.node_count());
}

void PathSearch::run(Node source) {
    for (const Node v : reached_) {
        length_[v] = infinite;
        path_count_[v] = 0;
        rank_[v] = unsettled;
    }
    reached_.clear();
    length_[source] = 0;
    path_count_[source] = 1;
    if (graph_.uniform) breadth_first(source);
    else dijkstra(source);
    note_arrivals();
}

void PathSearch::breadth_first(Node source) {
    reached_.push_back(source);
    for (std::size_t at = 0; at < reached_.size(); ++at) {
        const double next = length_[reached_[at]] + 1;
        rank_[reached_[at]] = static_cast<std::uint32_t>(at);
        for (const Node v : graph_.leaving.neighbors(reached_[at])) {
            if (length_[v] < infinite) continue;
            length_[v] = next;
            reached_.push_back(v);
        }
    }
}

void PathSearch::dijkstra(Node source) {
    heap_.assign(1, {0, source});
    while (!heap_.empty()) {
        const Entry nearest = heap_.front();
        std::pop_heap(heap_.begin(), heap_.end(), std::greater<>());
        heap_.pop_back();
        if (rank_[nearest.node] != unsettled) continue;
        rank_[nearest.node] = static_cast<std::uint32_t>(reached_.size());
        reached_.push_back(nearest.node);
        for (std::uint32_t arc = graph_.leaving.begin(nearest.node); arc < graph_.leaving.end(nearest.node);
             ++arc) {
            const Node v = graph_.leaving.heads[arc];
            const double length = nearest.length + graph_.leaving.costs[arc];
            if (rank_[v] != unsettled || !graph_.shorter(length, length_[v])) continue;
            length_[v] = length;
            heap_.push_back({length, v});
            std::push_heap(heap_.begin(), heap_.end(), std::greater<>());
        }
    }
}

void PathSearch::note_arrivals() {
    first_arrival_.assign(reached_.size() + 2, 0);
    const auto each = [&](const auto& visit) {
        for (const Node u : reached_) {
            for (std::uint32_t arc = graph_.leaving.begin(u); arc < graph_.leaving.end(u); ++arc) {
                if (on_shortest_path(u, arc)) visit(u, arc, graph_.leaving.heads[arc]);
            }
        }
    };
    each([&](Node u, std::uint32_t, Node v) {
        path_count_[v] += path_count_[u];
        ++first_arrival_[rank_[v] + 2];
    });
    for (std::size_t rank = 2; rank < first_arrival_.size(); ++rank)
        first_arrival_[rank] += first_arrival_[rank - 1];
    arrivals_.resize(first_arrival_.back());
    each([&](Node u, std::uint32_t arc, Node v) { arrivals_[first_arrival_[rank_[v] + 1]++] = {u, arc}; });
}

}  // namespace entente
