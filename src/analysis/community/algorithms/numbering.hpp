// Vertices numbered so that those which belong together are near each other in memory.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "analysis/community/membership.hpp"
#include "base/random.hpp"

namespace entente::community {

// Up to here the processor's caches hold what is kept of each vertex, and the numbering does not matter.
constexpr std::size_t most_vertices_in_caches = 20'000;

// The vertices breadth first from vertex 0, then from the first one not yet reached, and so on. O(n + m).
std::vector<Vertex> breadth_first_order(std::span<const std::uint64_t> offsets,
                                        std::span<const Vertex> targets);

// A random order; in large graphs a random order of windows of neighboring numbers, random within each, so
// that what is looked at stays in the caches.
std::vector<Vertex> random_order(std::size_t count, Random& random);

// What find(graph) gives; where the graph is large, of the graph renumbered breadth first (by
// renumbered(graph, order), whose vertex i is order[i]).
template <class AnyGraph, class Find>
Membership by_near_numbers(const AnyGraph& graph, const Find& find) {
    if (graph.vertex_count() <= most_vertices_in_caches) return find(graph);
    const std::vector<Vertex> order = breadth_first_order(graph.offsets, graph.targets);
    const Membership found = find(renumbered(graph, order));
    Membership result(order.size());
    for (std::size_t i = 0; i < order.size(); ++i) result[order[i]] = found[i];
    return in_order_of_appearance(result);
}

// The values of vertices in that order; none where there are none.
template <class Value>
std::vector<Value> in_order(const std::vector<Value>& values, std::span<const Vertex> order) {
    std::vector<Value> result;
    if (values.empty()) return result;
    result.reserve(order.size());
    for (const Vertex v : order) result.push_back(values[v]);
    return result;
}

// The arcs of a graph in the order of the vertices, whose numbers are the places in the order.
template <class AnyGraph, class Value>
void renumber_arcs(const AnyGraph& from, const std::vector<Value>& values, std::span<const Vertex> order,
                   AnyGraph& to, std::vector<Value>& to_values) {
    std::vector<Vertex> number(order.size());
    for (Vertex i = 0; i < order.size(); ++i) number[order[i]] = i;
    to.targets.reserve(from.targets.size());
    to_values.reserve(values.size());
    for (const Vertex v : order) {
        for (std::size_t arc = from.offsets[v]; arc < from.offsets[v + 1]; ++arc) {
            to.targets.push_back(number[from.targets[arc]]);
            to_values.push_back(values[arc]);
        }
        to.offsets.push_back(to.targets.size());
    }
}

}  // namespace entente::community
