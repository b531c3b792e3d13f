#include "analysis/change/shares.hpp"

#include <algorithm>
#include <array>
#include <cmath>

#include "analysis/centrality/undirected_view.hpp"
#include "analysis/change/path_shares.hpp"
#include "analysis/change/signed_shares.hpp"
#include "model/findings/scores.hpp"

namespace entente {

namespace {

struct Input {
    const Network& network;
    const TieSelection& selection;
    const Graph& graph;
    Vertex v;
    const std::vector<double>& values;
    const Control& control;
    double value() const { return values[v]; }
};

// What a tie with a neighbor gives.
struct Part {
    Vertex neighbor;
    double amount;
    Way way = Way::either;
};

// Shares of ties of the actor itself.
Shares of_neighbors(const Input& in, const std::vector<Part>& parts, double rest = 0) {
    Shares shares;
    shares.rest = rest;
    shares.by_tie_is = "the actor's tie";
    shares.by_actor_is = "the neighbor";
    const std::vector<ActorId>& actors = in.graph.actors;
    for (const Part& part : parts) {
        const ActorId other = actors[part.neighbor];
        shares.by_tie.push_back(
            {actors[in.v], other, part.amount, in.graph.directed() ? part.way : Way::either});
        shares.by_actor.push_back({other, other, part.amount});
    }
    return shares;
}

// The arcs of the actor: those from it are in graph.out(), those to it in graph.in().
template <class Amount>
std::vector<Part> parts_of(const Input& in, Way way, const Amount& amount) {
    const Adjacency& arcs = way == Way::arriving ? in.graph.in() : in.graph.out();
    std::vector<Part> parts;
    for (std::size_t arc = arcs.begin(in.v); arc < arcs.end(in.v); ++arc)
        parts.push_back({arcs.targets[arc], amount(arcs, arc), way});
    return parts;
}

Shares of_arcs(const Input& in, bool sent, bool received, bool by_strength) {
    std::vector<Part> parts;
    const auto add = [&](Way way) {
        const std::vector<Part> more = parts_of(in, way, [&](const Adjacency& arcs, std::size_t arc) {
            return by_strength ? arcs.strength(arc) : 1.0;
        });
        parts.insert(parts.end(), more.begin(), more.end());
    };
    if (sent) add(Way::leaving);
    if (received && in.graph.directed()) add(Way::arriving);
    if (received && !sent && !in.graph.directed()) add(Way::leaving);
    return of_neighbors(in, parts);
}

Shares degree(const Input& in) { return of_arcs(in, true, true, false); }
Shares in_degree(const Input& in) { return of_arcs(in, false, true, false); }
Shares out_degree(const Input& in) { return of_arcs(in, true, false, false); }
Shares strength(const Input& in) { return of_arcs(in, true, true, true); }
Shares in_strength(const Input& in) { return of_arcs(in, false, true, true); }
Shares out_strength(const Input& in) { return of_arcs(in, true, false, true); }

// Shares in proportion to `parts`, of value − rest.
Shares in_proportion(const Input& in, std::vector<Part> parts, double rest) {
    double total = 0;
    for (const Part& part : parts) total += part.amount;
    for (Part& part : parts) part.amount = total > 0 ? part.amount / total * (in.value() - rest) : 0;
    return of_neighbors(in, parts, rest);
}

// x_v = Σ w_uv x_u / λ, and Katz' x_v = 1 + α Σ w_uv x_u.
Shares of_received(const Input& in, double rest) {
    return in_proportion(in,
                         parts_of(in, Way::arriving,
                                  [&](const Adjacency& arcs, std::size_t arc) {
                                      return arcs.strength(arc) * in.values[arcs.targets[arc]];
                                  }),
                         rest);
}
Shares eigenvector(const Input& in) { return of_received(in, 0); }
Shares katz(const Input& in) { return of_received(in, 1); }

Shares pagerank(const Input& in) {
    constexpr double damping = 0.85;
    double passed = 0;
    const std::vector<Part> parts = parts_of(in, Way::arriving, [&](const Adjacency& arcs, std::size_t arc) {
        const Vertex u = arcs.targets[arc];
        double sent = 0;
        for (std::size_t a = in.graph.out().begin(u); a < in.graph.out().end(u); ++a)
            sent += in.graph.out().strength(a);
        const double amount = sent > 0 ? damping * arcs.strength(arc) / sent * in.values[u] : 0;
        passed += amount;
        return amount;
    });
    return of_neighbors(in, parts, in.value() - passed);
}

// Hubs by the authorities they send to and the other way round: the other half's values are in proportion to
// one step of the iteration back.
Shares by_other_half(const Input& in, Way to_other_half) {
    const Adjacency& back = to_other_half == Way::leaving ? in.graph.in() : in.graph.out();
    return in_proportion(in,
                         parts_of(in, to_other_half,
                                  [&](const Adjacency& to_other, std::size_t arc) {
                                      const Vertex other = to_other.targets[arc];
                                      double of_other = 0;
                                      for (std::size_t a = back.begin(other); a < back.end(other); ++a)
                                          of_other += back.strength(a) * in.values[back.targets[a]];
                                      return to_other.strength(arc) * of_other;
                                  }),
                         0);
}
Shares hub(const Input& in) { return by_other_half(in, Way::leaving); }
Shares authority(const Input& in) { return by_other_half(in, Way::arriving); }

// Burt's shares p of strength among contacts, directions added.
class Contacts {
public:
    explicit Contacts(const Graph& graph) : view_(graph) {}

    const Adjacency& ties() const { return view_.ties(); }
    double total(Vertex v) const {
        double sum = 0;
        for (std::size_t arc = ties().begin(v); arc < ties().end(v); ++arc) sum += ties().strength(arc);
        return sum;
    }
    double largest(Vertex v) const {
        double most = 0;
        for (std::size_t arc = ties().begin(v); arc < ties().end(v); ++arc)
            most = std::max(most, ties().strength(arc));
        return most;
    }
    // visit(contact, p) for those with a tie of positive strength.
    template <class Visit>
    void each(Vertex v, const Visit& visit) const {
        const double sum = total(v);
        for (std::size_t arc = ties().begin(v); arc < ties().end(v); ++arc) {
            if (ties().strength(arc) > 0) visit(ties().targets[arc], ties().strength(arc) / sum);
        }
    }

private:
    UndirectedView view_;
};

Shares constraint(const Input& in) {
    const Contacts contacts(in.graph);
    std::vector<double> held(in.graph.vertex_count(), 0);
    contacts.each(in.v, [&](Vertex j, double p) { held[j] += p; });
    contacts.each(in.v, [&](Vertex q, double p) {
        contacts.each(q, [&](Vertex j, double p_qj) { held[j] += p * p_qj; });
    });
    std::vector<Part> parts;
    contacts.each(in.v, [&](Vertex j, double) { parts.push_back({j, held[j] * held[j]}); });
    return of_neighbors(in, parts);
}

Shares effective_size(const Input& in) {
    const Contacts contacts(in.graph);
    std::vector<double> spent(in.graph.vertex_count(), 0);
    contacts.each(in.v, [&](Vertex q, double p) { spent[q] = p; });
    std::vector<Part> parts;
    contacts.each(in.v, [&](Vertex j, double) {
        const Adjacency& ties = contacts.ties();
        const double largest = contacts.largest(j);
        double redundant = 0;
        for (std::size_t arc = ties.begin(j); arc < ties.end(j); ++arc)
            redundant += spent[ties.targets[arc]] * ties.strength(arc) / largest;
        parts.push_back({j, 1 - redundant});
    });
    return of_neighbors(in, parts);
}

Shares efficiency(const Input& in) {
    Shares shares = effective_size(in);
    const auto contacts = static_cast<double>(shares.by_tie.size());
    for (auto* list : {&shares.by_tie, &shares.by_actor}) {
        for (Share& share : *list) share.amount /= contacts;
    }
    return shares;
}

Shares clustering(const Input& in) {
    const UndirectedView view(in.graph);
    const auto mine = view.ties().neighbors(in.v);
    const auto d = static_cast<double>(mine.size());
    Shares shares;
    shares.by_tie_is = "a tie between two neighbors";
    shares.by_actor_is = "the pair of neighbors";
    for (const Vertex j : mine) {
        for (const Vertex k : view.ties().neighbors(j)) {
            if (k <= j || !std::ranges::binary_search(mine, k)) continue;
            shares.by_tie.push_back({in.graph.actors[j], in.graph.actors[k], 1 / (d * (d - 1) / 2)});
        }
    }
    shares.by_actor = shares.by_tie;
    return shares;
}

Shares coreness(const Input& in) {
    const UndirectedView view(in.graph);
    std::vector<Part> parts;
    for (const Vertex w : view.ties().neighbors(in.v)) {
        if (in.values[w] >= in.value()) parts.push_back({w, 1});
    }
    return in_proportion(in, std::move(parts), 0);
}

Shares closeness(const Input& in) { return distance_shares(in.graph, in.v, DistanceShare::of_closeness); }
Shares harmonic(const Input& in) { return distance_shares(in.graph, in.v, DistanceShare::of_harmonic); }
Shares betweenness(const Input& in) { return betweenness_shares(in.graph, in.v, in.control); }

Shares of_signed(const Input& in, SignedShare what) {
    return signed_shares(in.network, in.selection, in.graph, in.v, in.values, what);
}
Shares positive_degree(const Input& in) { return of_signed(in, SignedShare::positive_degree); }
Shares negative_degree(const Input& in) { return of_signed(in, SignedShare::negative_degree); }
Shares net_degree(const Input& in) { return of_signed(in, SignedShare::net_degree); }
Shares pn(const Input& in) { return of_signed(in, SignedShare::pn); }
Shares pn_in(const Input& in) { return of_signed(in, SignedShare::pn_in); }
Shares pn_out(const Input& in) { return of_signed(in, SignedShare::pn_out); }

struct Row {
    std::string_view measure;
    Shares (*shares)(const Input&);
};

constexpr std::array rows{Row{"degree", degree},
                          Row{"in_degree", in_degree},
                          Row{"out_degree", out_degree},
                          Row{"strength", strength},
                          Row{"in_strength", in_strength},
                          Row{"out_strength", out_strength},
                          Row{"betweenness", betweenness},
                          Row{"closeness", closeness},
                          Row{"harmonic", harmonic},
                          Row{"eigenvector", eigenvector},
                          Row{"pagerank", pagerank},
                          Row{"hub", hub},
                          Row{"authority", authority},
                          Row{"katz", katz},
                          Row{"constraint", constraint},
                          Row{"effective_size", effective_size},
                          Row{"efficiency", efficiency},
                          Row{"coreness", coreness},
                          Row{"clustering", clustering},
                          Row{"positive_degree", positive_degree},
                          Row{"negative_degree", negative_degree},
                          Row{"net_degree", net_degree},
                          Row{"pn", pn},
                          Row{"pn_in", pn_in},
                          Row{"pn_out", pn_out}};

// One share for each tie, way and sign, and for each actor, in the order of their first mention.
void add_up(std::vector<Share>& shares) {
    std::vector<Share> sums;
    for (const Share& share : shares) {
        const auto same = [&](const Share& sum) {
            return std::minmax(sum.actor, sum.other) == std::minmax(share.actor, share.other) &&
                   sum.way == share.way && sum.sign == share.sign;
        };
        const auto at = std::ranges::find_if(sums, same);
        if (at == sums.end()) sums.push_back(share);
        else at->amount += share.amount;
    }
    shares = std::move(sums);
}

}  // namespace

bool has_shares(std::string_view measure) {
    return std::ranges::find(rows, measure, &Row::measure) != rows.end();
}

Shares shares_of(std::string_view measure, const Network& network, const TieSelection& selection,
                 const Graph& graph, ActorId actor, const std::vector<double>& values,
                 const Control& control) {
    const auto row = std::ranges::find(rows, measure, &Row::measure);
    const auto at = std::ranges::lower_bound(graph.actors, actor);
    if (row == rows.end() || at == graph.actors.end() || *at != actor) return {};
    const auto v = static_cast<Vertex>(at - graph.actors.begin());
    if (std::isnan(values[v])) return {};
    Shares shares = row->shares({network, selection, graph, v, values, control});
    if (shares.by_tie_is == "the actor's tie") {
        add_up(shares.by_tie);
        add_up(shares.by_actor);
    }
    shares.exact = true;
    return shares;
}

}  // namespace entente
