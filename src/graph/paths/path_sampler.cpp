#include "graph/paths/path_sampler.hpp"

namespace entente {

PathDraw::PathDraw(const PathGraph& graph) {
    if (!graph.uniform) {
        by_length_ = std::make_unique<LengthDraw>(graph);
        return;
    }
    forward_.ahead = backward_.back = &graph.leaving;
    forward_.back = backward_.ahead = &graph.arriving();
    for (Side* side : {&forward_, &backward_}) {
        side->depth_of.assign(graph.node_count(), unseen);
        side->path_count.assign(graph.node_count(), 0);
    }
}

void PathDraw::Side::start(Node root) {
    depth_of[root] = 0;
    path_count[root] = 1;
    reached.assign(1, root);
    frontier = 0;
    frontier_arcs = ahead->degree(root);
    depth = 0;
}

void PathDraw::Side::next_level() {
    const std::size_t end = reached.size();
    ++depth;
    frontier_arcs = 0;
    for (std::size_t i = frontier; i < end; ++i) {
        const Node u = reached[i];
        for (const Node v : ahead->neighbors(u)) {
            if (depth_of[v] == unseen) {
                depth_of[v] = depth;
                path_count[v] = 0;
                reached.push_back(v);
                frontier_arcs += ahead->degree(v);
            }
            if (depth_of[v] == depth) path_count[v] += path_count[u];
        }
    }
    frontier = end;
}

void PathDraw::Side::forget() {
    for (const Node v : reached) depth_of[v] = unseen;
    reached.clear();
}

const std::vector<Node>& PathDraw::between(Node from, Node to, Random& random) {
    between_.clear();
    if (by_length_) by_length_->draw(from, to, random, between_);
    else draw_by_hops(from, to, random);
    return between_;
}

// Grows the cheaper side by one level until the two touch: then every shortest path passes one of the nodes
// where they do.
bool PathDraw::meet() {
    meeting_.clear();
    while (meeting_.empty()) {
        const bool forward = forward_.frontier_arcs <= backward_.frontier_arcs;
        Side& side = forward ? forward_ : backward_;
        const Side& other = forward ? backward_ : forward_;
        side.next_level();
        if (side.frontier == side.reached.size()) return false;
        for (std::size_t i = side.frontier; i < side.reached.size(); ++i) {
            if (other.depth_of[side.reached[i]] != unseen) meeting_.push_back(side.reached[i]);
        }
    }
    return true;
}

void PathDraw::draw_by_hops(Node from, Node to, Random& random) {
    forward_.start(from);
    backward_.start(to);
    if (meet()) {
        double all = 0;
        for (const Node v : meeting_) all += forward_.path_count[v] * backward_.path_count[v];
        double left = random.uniform() * all;
        Node middle = meeting_.back();
        for (const Node v : meeting_) {
            left -= forward_.path_count[v] * backward_.path_count[v];
            if (left >= 0) continue;
            middle = v;
            break;
        }
        if (middle != from && middle != to) between_.push_back(middle);
        walk_back(forward_, middle, random);
        walk_back(backward_, middle, random);
    }
    forward_.forget();
    backward_.forget();
}

// From v to the root of the side, each step as likely as there are paths that way.
void PathDraw::walk_back(const Side& side, Node v, Random& random) {
    for (std::uint32_t depth = side.depth_of[v]; depth > 1; --depth) {
        double left = random.uniform() * side.path_count[v];
        Node last = v;
        for (const Node u : side.back->neighbors(v)) {
            if (side.depth_of[u] != depth - 1) continue;
            last = u;
            left -= side.path_count[u];
            if (left < 0) break;
        }
        v = last;
        between_.push_back(v);
    }
}

}  // namespace entente
