#include "analysis/change/signed_shares.hpp"

#include <algorithm>
#include <limits>

#include "model/merged_ties.hpp"

namespace entente {

namespace {

constexpr Vertex elsewhere = std::numeric_limits<Vertex>::max();

// The signed ties over the actors of the graph: entries 1, −2 or, with both signs, −1.
struct SignedArcs {
    Graph graph;
    std::vector<char> positive, negative;  // by merged tie
    std::vector<Vertex> number;            // vertex -> place in the actors scored
    std::vector<Vertex> vertex;            // and back

    double entry(const Adjacency& arcs, std::size_t arc) const {
        const std::uint32_t tie = arcs.ties[arc];
        return (positive[tie] != 0 ? 1.0 : 0.0) - (negative[tie] != 0 ? 2.0 : 0.0);
    }
    // visit(place, arc) of those scored.
    template <class Visit>
    void each(const Adjacency& arcs, Vertex place, const Visit& visit) const {
        const Vertex v = vertex[place];
        for (std::size_t arc = arcs.begin(v); arc < arcs.end(v); ++arc) {
            if (number[arcs.targets[arc]] != elsewhere) visit(number[arcs.targets[arc]], arc);
        }
    }
};

SignedArcs signed_arcs(const Network& network, TieSelection selection, const std::vector<ActorId>& actors,
                       bool without_directions) {
    selection.signs = SignFilter::all;
    selection.largest_component = false;
    if (without_directions) selection.direction = Direction::undirected;
    std::vector<TieId> rows = select_rows(network, selection);
    std::erase_if(rows, [&](TieId row) { return network.sign(row) == Sign::none; });
    SignedArcs arcs{build_graph(network, selection, resolve(network, selection, rows), rows), {}, {}, {}, {}};
    arcs.positive.assign(arcs.graph.tie_count(), 0);
    arcs.negative.assign(arcs.graph.tie_count(), 0);
    for (std::size_t tie = 0; tie < arcs.graph.tie_count(); ++tie) {
        for (const TieId row : arcs.graph.merged.rows_of(tie))
            (network.sign(row) == Sign::positive ? arcs.positive : arcs.negative)[tie] = 1;
    }
    arcs.number.assign(arcs.graph.vertex_count(), elsewhere);
    for (Vertex v = 0; v < arcs.graph.vertex_count(); ++v) {
        if (!std::ranges::binary_search(actors, arcs.graph.actors[v])) continue;
        arcs.number[v] = static_cast<Vertex>(arcs.vertex.size());
        arcs.vertex.push_back(v);
    }
    return arcs;
}

// Each tie as ties.csv has them counts once at either end.
Shares degree_shares(const Network& network, TieSelection selection, const Graph& graph, Vertex v,
                     SignedShare what) {
    selection.signs = SignFilter::all;
    const auto scored = [&](ActorId actor) { return std::ranges::binary_search(graph.actors, actor); };
    std::vector<TieId> rows = select_rows(network, selection);
    std::erase_if(rows, [&](TieId row) {
        return network.sign(row) == Sign::none || !scored(network.ties.source[index(row)]) ||
               !scored(network.ties.target[index(row)]);
    });
    Shares shares;
    shares.by_tie_is = "the actor's tie";
    shares.by_actor_is = "the neighbor";
    const ActorId own = graph.actors[v];
    const Bundles ties =
        bundles_of(network, selection, {.directed = graph.directed(), .weighted = false}, rows);
    for (const Bundle& tie : ties.ties) {
        if (tie.source != own && tie.target != own) continue;
        const bool positive = tie.sign == Sign::positive;
        if (positive ? what == SignedShare::negative_degree : what == SignedShare::positive_degree) continue;
        const double amount = !positive && what == SignedShare::net_degree ? -1 : 1;
        const ActorId other = tie.source == own ? tie.target : tie.source;
        shares.by_tie.push_back({own, other, amount, Way::either, tie.sign});
        shares.by_actor.push_back({other, other, amount});
    }
    return shares;
}

}  // namespace

Shares signed_shares(const Network& network, const TieSelection& selection, const Graph& graph, Vertex v,
                     const std::vector<double>& values, SignedShare what) {
    const bool index_of_pn =
        what == SignedShare::pn || what == SignedShare::pn_in || what == SignedShare::pn_out;
    if (!index_of_pn) return degree_shares(network, selection, graph, v, what);
    const SignedArcs signs = signed_arcs(network, selection, graph.actors, what == SignedShare::pn);
    const double n = static_cast<double>(graph.vertex_count()), share = n > 1 ? 1 / (2 * n - 2) : 0;
    Shares shares;
    shares.rest = 1;
    shares.by_tie_is = "the actor's tie";
    shares.by_actor_is = "the neighbor";
    const Adjacency &out = signs.graph.out(), &in = signs.graph.in();
    // The friendly rows of a tie make its entry 1 larger, the hostile ones 2 smaller.
    const auto add = [&](Vertex u, const Adjacency& arcs, std::size_t arc, double of_entry) {
        const Way way = !signs.graph.directed()      ? Way::either
                        : &arcs == &signs.graph.in() ? Way::arriving
                                                     : Way::leaving;
        const ActorId other = graph.actors[u];
        const auto put = [&](bool there, double entry, Sign sign) {
            if (there) shares.by_tie.push_back({graph.actors[v], other, entry * of_entry, way, sign});
        };
        put(signs.positive[arcs.ties[arc]] != 0, 1, Sign::positive);
        put(signs.negative[arcs.ties[arc]] != 0, -2, Sign::negative);
        shares.by_actor.push_back({other, other, signs.entry(arcs, arc) * of_entry});
    };
    const auto times = [&](const Adjacency& arcs, Vertex u) {
        double sum = 0;
        signs.each(arcs, u,
                   [&](Vertex w, std::size_t arc) { sum += share * signs.entry(arcs, arc) * values[w]; });
        return sum;
    };
    switch (what) {
        case SignedShare::pn:
            signs.each(out, v, [&](Vertex u, std::size_t arc) { add(u, out, arc, share * values[u]); });
            break;
        case SignedShare::pn_in:
            signs.each(in, v,
                       [&](Vertex u, std::size_t arc) { add(u, in, arc, share * (1 + times(out, u))); });
            break;
        case SignedShare::pn_out:
            signs.each(out, v,
                       [&](Vertex u, std::size_t arc) { add(u, out, arc, share * (1 + times(in, u))); });
            break;
        default:
            break;
    }
    return shares;
}

}  // namespace entente
