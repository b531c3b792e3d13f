#include "graph/components.hpp"

#include <algorithm>
#include <limits>

#include "base/connected.hpp"
#include "graph/depth_first.hpp"

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
    const auto each_neighbor = [&](Vertex v, const auto& visit) {
        for (std::size_t k = 0; k < around.degree(v); ++k) visit(around.neighbor(v, k));
    };
    Components components;
    components.of.assign(graph.vertex_count(), 0);
    std::vector<char> seen(graph.vertex_count(), 0);
    for (Vertex root = 0; root < graph.vertex_count(); ++root) {
        if (seen[root] != 0) continue;
        const std::vector<Vertex> members = connected_with(root, seen, each_neighbor);
        for (const Vertex v : members) components.of[v] = static_cast<std::uint32_t>(components.sizes.size());
        components.sizes.push_back(static_cast<std::uint32_t>(members.size()));
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
    struct Cuts {
        Vertex root = 0;
        std::size_t children_of_root = 0;
        std::vector<char> cuts = {};
        void tree(Vertex v, std::size_t) { children_of_root += v == root ? 1 : 0; }
        void back(Vertex, std::size_t) {}
        void leave(Vertex, Vertex parent, bool ends_block) {
            if (parent != root && ends_block) cuts[parent] = 1;
        }
    };
    const BothWays around{graph};
    const auto n = static_cast<Vertex>(graph.vertex_count());
    Cuts found;
    found.cuts.assign(n, 0);
    DepthFirst search(around, n);
    for (Vertex root = 0; root < n; ++root) {
        if (search.visited(root)) continue;
        found.root = root;
        found.children_of_root = 0;
        search.search(root, found);
        if (found.children_of_root > 1) found.cuts[root] = 1;
    }
    std::vector<Vertex> result;
    for (Vertex v = 0; v < n; ++v) {
        if (found.cuts[v] != 0) result.push_back(v);
    }
    return result;
}

}  // namespace entente
