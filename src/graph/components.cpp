#include "graph/components.hpp"

#include <algorithm>
#include <limits>

namespace entente {

namespace {

constexpr std::uint32_t unseen = std::numeric_limits<std::uint32_t>::max();

// The k-th neighbor of v over both directions: first out, then in.
struct BothWays {
    const Graph& graph;
    std::size_t degree(Vertex v) const {
        return graph.out().degree(v) + (graph.directed() ? graph.in().degree(v) : 0);
    }
    Vertex neighbor(Vertex v, std::size_t k) const {
        const std::size_t outgoing = graph.out().degree(v);
        return k < outgoing ? graph.out().neighbors(v)[k] : graph.in().neighbors(v)[k - outgoing];
    }
};

}  // namespace

Components weak_components(const Graph& graph) {
    const BothWays around{graph};
    Components components;
    components.of.assign(graph.vertex_count(), unseen);
    std::vector<Vertex> queue;
    for (Vertex root = 0; root < graph.vertex_count(); ++root) {
        if (components.of[root] != unseen) continue;
        const auto number = static_cast<std::uint32_t>(components.sizes.size());
        components.of[root] = number;
        queue.assign(1, root);
        for (std::size_t head = 0; head < queue.size(); ++head) {
            for (std::size_t k = 0; k < around.degree(queue[head]); ++k) {
                const Vertex w = around.neighbor(queue[head], k);
                if (components.of[w] != unseen) continue;
                components.of[w] = number;
                queue.push_back(w);
            }
        }
        components.sizes.push_back(static_cast<std::uint32_t>(queue.size()));
    }
    return components;
}

Components strong_components(const Graph& graph) {
    const std::size_t n = graph.vertex_count();
    std::vector<std::uint32_t> number(n, unseen), low(n, 0), component(n, unseen);
    std::vector<std::size_t> next(n, 0);
    std::vector<Vertex> path, open;
    std::uint32_t counter = 0, found = 0;
    for (Vertex root = 0; root < n; ++root) {
        if (number[root] != unseen) continue;
        path.push_back(root);
        while (!path.empty()) {
            const Vertex v = path.back();
            if (number[v] == unseen) {
                number[v] = low[v] = counter++;
                next[v] = graph.out().begin(v);
                open.push_back(v);
            }
            if (next[v] < graph.out().end(v)) {
                const Vertex w = graph.out().targets[next[v]++];
                if (number[w] == unseen) path.push_back(w);
                else if (component[w] == unseen) low[v] = std::min(low[v], number[w]);
                continue;
            }
            path.pop_back();
            if (!path.empty()) low[path.back()] = std::min(low[path.back()], low[v]);
            if (low[v] != number[v]) continue;
            Vertex w = unseen;
            do {
                w = open.back();
                open.pop_back();
                component[w] = found;
            } while (w != v);
            ++found;
        }
    }
    Components components;
    std::vector<std::uint32_t> renamed(found, unseen);
    components.of.resize(n);
    for (Vertex v = 0; v < n; ++v) {
        std::uint32_t& name = renamed[component[v]];
        if (name == unseen) {
            name = static_cast<std::uint32_t>(components.sizes.size());
            components.sizes.push_back(0);
        }
        components.of[v] = name;
        ++components.sizes[name];
    }
    return components;
}

std::vector<Vertex> articulation_vertices(const Graph& graph) {
    const BothWays around{graph};
    const std::size_t n = graph.vertex_count();
    std::vector<std::uint32_t> number(n, unseen), low(n, 0);
    std::vector<Vertex> parent(n, unseen);
    std::vector<Vertex> path;
    std::vector<std::size_t> next(n, 0);
    std::vector<char> cuts(n, 0);
    std::uint32_t counter = 0;
    for (Vertex root = 0; root < n; ++root) {
        if (number[root] != unseen) continue;
        std::size_t children_of_root = 0;
        number[root] = low[root] = counter++;
        path.push_back(root);
        while (!path.empty()) {
            const Vertex v = path.back();
            if (next[v] < around.degree(v)) {
                const Vertex w = around.neighbor(v, next[v]++);
                if (number[w] == unseen) {
                    number[w] = low[w] = counter++;
                    parent[w] = v;
                    if (v == root) ++children_of_root;
                    path.push_back(w);
                } else if (w != parent[v]) {
                    low[v] = std::min(low[v], number[w]);
                }
                continue;
            }
            path.pop_back();
            if (path.empty()) break;
            const Vertex p = path.back();
            low[p] = std::min(low[p], low[v]);
            if (p != root && low[v] >= number[p]) cuts[p] = 1;
        }
        if (children_of_root > 1) cuts[root] = 1;
    }
    std::vector<Vertex> result;
    for (Vertex v = 0; v < n; ++v) {
        if (cuts[v]) result.push_back(v);
    }
    return result;
}

}  // namespace entente
