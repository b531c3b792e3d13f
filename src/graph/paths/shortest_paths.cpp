#include "graph/paths/shortest_paths.hpp"

#include <algorithm>
#include <limits>

#include "graph/paths/path_search.hpp"

namespace entente {

namespace {

// The nodes from which `to` is reached by arcs of shortest paths.
std::vector<char> leading_to(const PathGraph& graph, const PathSearch& search, Node to) {
    std::vector<char> leads(graph.node_count(), 0);
    leads[to] = 1;
    const auto& reached = search.reached();
    for (std::size_t at = reached.size(); at-- > 0;) {
        const Node u = reached[at];
        for (std::uint32_t arc = graph.leaving.begin(u); arc < graph.leaving.end(u) && !leads[u]; ++arc) {
            leads[u] = leads[graph.leaving.heads[arc]] && search.on_shortest_path(u, arc);
        }
    }
    return leads;
}

}  // namespace

ShortestPaths shortest_paths(const Graph& graph, Vertex from, Vertex to, std::size_t at_most) {
    const PathGraph paths = path_graph(graph);
    PathSearch search(paths);
    search.run(from);
    ShortestPaths result{graph.actors[from],
                         graph.actors[to],
                         search.reaches(to),
                         std::numeric_limits<double>::quiet_NaN(),
                         0,
                         {}};
    if (!result.connected) return result;
    result.distance = search.length(to) * paths.unit;
    result.count = search.path_count(to);
    const std::vector<char> leads = leading_to(paths, search, to);
    // Depth first, a node's arcs in the order of their heads: each descent from `from` to `to` is a path.
    ActorPath path{{graph.actors[from]}, {}};
    std::vector<Node> nodes{from};
    std::vector<std::uint32_t> next{paths.leaving.begin(from)};
    while (!nodes.empty() && result.paths.size() < at_most) {
        const Node u = nodes.back();
        if (u == to) result.paths.push_back(path);
        bool deeper = false;
        while (u != to && !deeper && next.back() < paths.leaving.end(u)) {
            const std::uint32_t arc = next.back()++;
            const Node v = paths.leaving.heads[arc];
            if (!leads[v] || !search.on_shortest_path(u, arc)) continue;
            deeper = true;
            nodes.push_back(v);
            next.push_back(paths.leaving.begin(v));
            path.actors.push_back(graph.actors[v]);
            path.ties.push_back(paths.leaving.ties[arc]);
        }
        if (deeper) continue;
        nodes.pop_back();
        next.pop_back();
        path.actors.pop_back();
        if (!path.ties.empty()) path.ties.pop_back();
    }
    return result;
}

}  // namespace entente
