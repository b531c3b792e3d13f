#include "analysis/summary/mixing.hpp"

#include <algorithm>
#include <cmath>
#include <map>
#include <string_view>

#include "model/findings/scores.hpp"

namespace entente {

namespace {

// Calls visit(from, to) for every arc; an undirected tie is two.
template <class Visit>
void each_arc(const Graph& graph, const Visit& visit) {
    for (Vertex v = 0; v < graph.vertex_count(); ++v) {
        for (const Vertex w : graph.out().neighbors(v)) visit(v, w);
    }
}

}  // namespace

double degree_assortativity(const Graph& graph) {
    // Whole numbers, so that equal degrees give a variance of exactly 0; long doubles would differ between
    // machines.
    double arcs = 0, product = 0, sum_from = 0, sum_to = 0, square_from = 0, square_to = 0;
    each_arc(graph, [&](Vertex v, Vertex w) {
        const auto from = static_cast<double>(graph.out().degree(v)),
                   to = static_cast<double>(graph.in().degree(w));
        arcs += 1;
        product += from * to;
        sum_from += from;
        sum_to += to;
        square_from += from * from;
        square_to += to * to;
    });
    const double spread_from = arcs * square_from - sum_from * sum_from,
                 spread_to = arcs * square_to - sum_to * sum_to;
    if (!(spread_from > 0) || !(spread_to > 0)) return undefined;
    return (arcs * product - sum_from * sum_to) / (std::sqrt(spread_from) * std::sqrt(spread_to));
}

double kind_assortativity(const Graph& graph, const Network& network) {
    std::map<std::string_view, std::size_t> number;
    constexpr auto no_kind = static_cast<std::size_t>(-1);
    std::vector<std::size_t> kind_of(graph.vertex_count(), no_kind);
    for (Vertex v = 0; v < graph.vertex_count(); ++v) {
        const std::string_view kind = network.kind(graph.actors[v]);
        if (!kind.empty()) kind_of[v] = number.emplace(kind, number.size()).first->second;
    }
    std::vector<double> from(number.size(), 0), to(number.size(), 0);
    double arcs = 0, same = 0;
    each_arc(graph, [&](Vertex v, Vertex w) {
        if (kind_of[v] == no_kind || kind_of[w] == no_kind) return;
        arcs += 1;
        same += kind_of[v] == kind_of[w] ? 1 : 0;
        from[kind_of[v]] += 1;
        to[kind_of[w]] += 1;
    });
    double by_chance = 0;
    for (std::size_t k = 0; k < from.size(); ++k) by_chance += from[k] * to[k];
    const double most = arcs * arcs - by_chance;
    return most > 0 ? (arcs * same - by_chance) / most : undefined;
}

double centralization(const std::vector<double>& values, double maximum) {
    if (values.empty() || !(maximum > 0)) return undefined;
    const double largest = *std::max_element(values.begin(), values.end());
    double sum = 0;
    for (const double value : values) sum += largest - value;
    return sum / maximum;
}

}  // namespace entente
