#include "graph/paths/length_sampler.hpp"

#include <algorithm>

namespace entente {

LengthDraw::LengthDraw(const PathGraph& graph) : graph_(graph) {
    forward_.ahead = backward_.back = &graph.leaving;
    forward_.back = backward_.ahead = &graph.arriving();
    for (Side* side : {&forward_, &backward_}) {
        side->length.assign(graph.node_count(), infinite);
        side->path_count.assign(graph.node_count(), 0);
        side->rank.assign(graph.node_count(), unsettled);
    }
}

void LengthDraw::Side::start(Node root) {
    label(root, 0);
    arcs = 0;
}

void LengthDraw::Side::label(Node v, double at) {
    if (length[v] == infinite) labeled.push_back(v);
    length[v] = at;
    heap.push_back({at, v});
    std::push_heap(heap.begin(), heap.end(), std::greater<>());
}

void LengthDraw::Side::forget() {
    for (const Node v : labeled) {
        length[v] = infinite;
        rank[v] = unsettled;
        path_count[v] = 0;
    }
    labeled.clear();
    settled.clear();
    heap.clear();
}

// Paths arrive from nodes settled before v alone: a cost below the tolerance must not count a path twice.
void LengthDraw::count_paths(Side& side, Node v) const {
    if (side.settled.empty()) {
        side.path_count[v] = 1;
        return;
    }
    double count = 0;
    for (std::uint32_t arc = side.back->begin(v); arc < side.back->end(v); ++arc) {
        const Node u = side.back->heads[arc];
        if (side.rank[u] != unsettled && graph_.equal(side.length[u] + side.back->cost(arc), side.length[v]))
            count += side.path_count[u];
    }
    side.path_count[v] = count;
}

void LengthDraw::settle_next(Side& side, const Side& other) {
    const Node u = side.heap.front().node;
    count_paths(side, u);
    side.rank[u] = static_cast<std::uint32_t>(side.settled.size());
    side.settled.push_back(u);
    for (std::uint32_t arc = side.ahead->begin(u); arc < side.ahead->end(u); ++arc) {
        const Node v = side.ahead->heads[arc];
        const double length = side.length[u] + side.ahead->cost(arc);
        shortest_ = std::min(shortest_, length + other.length[v]);
        if (side.rank[v] == unsettled && graph_.shorter(length, side.length[v])) side.label(v, length);
    }
    side.arcs += side.ahead->degree(u);
    // What was settled meanwhile, or labeled nearer since, is no longer next.
    while (!side.heap.empty() && side.rank[side.heap.front().node] != unsettled) {
        std::pop_heap(side.heap.begin(), side.heap.end(), std::greater<>());
        side.heap.pop_back();
    }
}

// Until every path that is left is longer than the shortest found, those of equal length included.
void LengthDraw::meet() {
    shortest_ = infinite;
    settle_next(forward_, backward_);
    settle_next(backward_, forward_);
    while (forward_.next() + backward_.next() <= shortest_ * (1 + graph_.tolerance) &&
           forward_.next() < infinite && backward_.next() < infinite) {
        const bool ahead = forward_.arcs <= backward_.arcs;
        settle_next(ahead ? forward_ : backward_, ahead ? backward_ : forward_);
    }
}

void LengthDraw::walk_back(const Side& side, Node v, Node root, Random& random,
                           std::vector<Node>& between) const {
    while (v != root) {
        between.push_back(v);
        double left = random.uniform() * side.path_count[v];
        Node last = root;
        for (std::uint32_t arc = side.back->begin(v); arc < side.back->end(v); ++arc) {
            const Node u = side.back->heads[arc];
            if (side.rank[u] >= side.rank[v] ||
                !graph_.equal(side.length[u] + side.back->cost(arc), side.length[v]))
                continue;
            last = u;
            left -= side.path_count[u];
            if (left < 0) break;
        }
        v = last;
    }
}

void LengthDraw::draw(Node from, Node to, Random& random, std::vector<Node>& between) {
    forward_.start(from);
    backward_.start(to);
    meet();
    // Every shortest path has one arc that leaves what the forward search has settled, and the backward
    // search has settled its head.
    const auto each_crossing = [&](const auto& visit) {
        for (const Node u : forward_.settled) {
            for (std::uint32_t arc = graph_.leaving.begin(u); arc < graph_.leaving.end(u); ++arc) {
                const Node v = graph_.leaving.heads[arc];
                if (forward_.rank[v] != unsettled || backward_.rank[v] == unsettled) continue;
                if (!graph_.equal(forward_.length[u] + graph_.leaving.cost(arc) + backward_.length[v],
                                  shortest_))
                    continue;
                if (!visit(u, v, forward_.path_count[u] * backward_.path_count[v])) return;
            }
        }
    };
    all_ = 0;
    if (shortest_ < infinite) {
        each_crossing([&](Node, Node, double paths) {
            all_ += paths;
            return true;
        });
        double left = random.uniform() * all_;
        Node last = from, first = to;
        each_crossing([&](Node u, Node v, double paths) {
            last = u;
            first = v;
            left -= paths;
            return left >= 0;
        });
        walk_back(forward_, last, from, random, between);
        walk_back(backward_, first, to, random, between);
    }
    forward_.forget();
    backward_.forget();
}

}  // namespace entente
