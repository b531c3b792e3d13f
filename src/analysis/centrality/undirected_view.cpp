#include "analysis/centrality/undirected_view.hpp"

namespace entente {

namespace {

// Calls visit(target, strength) for the union of v's targets in `out` and `in`, ascending, strengths of both
// added.
template <class Visit>
void each_neighbor(const Adjacency& out, const Adjacency& in, Vertex v, const Visit& visit) {
    std::size_t a = out.begin(v), b = in.begin(v);
    while (a < out.end(v) || b < in.end(v)) {
        const bool only_in = a == out.end(v) || (b < in.end(v) && in.targets[b] < out.targets[a]);
        const bool only_out = b == in.end(v) || (a < out.end(v) && out.targets[a] < in.targets[b]);
        const Vertex target = only_in ? in.targets[b] : out.targets[a];
        double strength = 0;
        if (!only_in) strength += out.strength(a++);
        if (!only_out) strength += in.strength(b++);
        visit(target, strength);
    }
}

Adjacency merged(const Adjacency& out, const Adjacency& in) {
    Adjacency result;
    const std::size_t n = out.offsets.size() - 1;
    result.offsets.assign(n + 1, 0);
    for (Vertex v = 0; v < n; ++v) {
        std::uint64_t degree = 0;
        each_neighbor(out, in, v, [&](Vertex, double) { ++degree; });
        result.offsets[v + 1] = result.offsets[v] + degree;
    }
    result.targets.reserve(result.offsets.back());
    result.strengths.reserve(result.offsets.back());
    for (Vertex v = 0; v < n; ++v) {
        each_neighbor(out, in, v, [&](Vertex target, double strength) {
            result.targets.push_back(target);
            result.strengths.push_back(strength);
        });
    }
    return result;
}

}  // namespace

UndirectedView::UndirectedView(const Graph& graph) : ties_(&graph.out()) {
    if (!graph.directed()) return;
    merged_ = merged(graph.out(), graph.in());
    ties_ = &merged_;
}

}  // namespace entente
