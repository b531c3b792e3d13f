#include "analysis/community/algorithms/numbering.hpp"

namespace entente::community {

namespace {

std::vector<Vertex> breadth_first_order(const ModularityGraph& graph) {
    std::vector<char> seen(graph.vertex_count(), 0);
    std::vector<Vertex> order;
    order.reserve(seen.size());
    const auto reach = [&](Vertex v) {
        if (seen[v]) return;
        seen[v] = 1;
        order.push_back(v);
    };
    std::size_t next = 0;
    for (Vertex root = 0; root < seen.size(); ++root) {
        reach(root);
        for (; next < order.size(); ++next) {
            for (std::size_t arc = graph.offsets[order[next]]; arc < graph.offsets[order[next] + 1]; ++arc)
                reach(graph.targets[arc]);
        }
    }
    return order;
}

// Vertex i of the result is order[i].
ModularityGraph renumbered(const ModularityGraph& graph, const std::vector<Vertex>& order) {
    std::vector<Vertex> number(order.size());
    for (Vertex i = 0; i < order.size(); ++i) number[order[i]] = i;
    ModularityGraph result;
    result.friendly_total = graph.friendly_total;
    result.hostile_total = graph.hostile_total;
    result.resolution = graph.resolution;
    result.targets.reserve(graph.targets.size());
    result.net.reserve(graph.net.size());
    for (const Vertex v : order) {
        for (std::size_t arc = graph.offsets[v]; arc < graph.offsets[v + 1]; ++arc) {
            result.targets.push_back(number[graph.targets[arc]]);
            result.net.push_back(graph.net[arc]);
        }
        result.offsets.push_back(result.targets.size());
        result.inside.push_back(graph.inside[v]);
        result.friendly.push_back(graph.friendly[v]);
        if (graph.has_hostile()) result.hostile.push_back(graph.hostile[v]);
    }
    return result;
}

}  // namespace

Membership by_near_numbers(const ModularityGraph& graph,
                           const std::function<Membership(const ModularityGraph&)>& find) {
    if (graph.vertex_count() <= most_vertices_in_caches) return find(graph);
    const std::vector<Vertex> order = breadth_first_order(graph);
    const Membership found = find(renumbered(graph, order));
    Membership result(order.size());
    for (std::size_t i = 0; i < order.size(); ++i) result[order[i]] = found[i];
    return in_order_of_appearance(result);
}

}  // namespace entente::community
