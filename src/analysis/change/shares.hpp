// What a score consists of: shares that add up to it, for the measures that are sums by definition.
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "base/control.hpp"
#include "graph/graph.hpp"
#include "model/network.hpp"
#include "model/selection.hpp"

namespace entente {

// Which rows of a tie a share rests on: where directions count, those from the actor or those to it.
enum class Way { either, leaving, arriving };

// A share that a tie has, or an actor (other = actor), or a pair of actors.
struct Share {
    ActorId actor{}, other{};
    double amount = 0;
    Way way = Way::either;
    std::optional<Sign> sign = {};  // only rows of this sign; none: of any
};

struct Shares {
    bool exact = false;            // there is a decomposition; else the lists are empty
    std::vector<Share> by_tie;     // the tie between actor and other; one for each way and sign it rests on
    std::vector<Share> by_actor;   // whom the score comes from, by the measure's own definition
    double rest = 0;               // what no tie has: the constant of Katz and PN, PageRank's jumps
    std::string_view by_tie_is;    // "the tie on which the shortest path arrives"
    std::string_view by_actor_is;  // "the neighbor", "the actor reached", "the pair of actors"
};

// Whether the measure has a decomposition.
bool has_shares(std::string_view measure);

// The score of `actor`, `values` being the measure's values of graph.actors:
//  degrees, strengths and signed degrees by tie; eigenvector, katz, pagerank, hub, authority and the PN
//  indices by the neighbors' own scores as in their equations; constraint by contact (c_ij) and effective
//  size and efficiency by contact (Burt 1992); closeness and harmonic by actor reached, betweenness by pair
//  of others, each spread over ties by the share of shortest paths that arrive on (betweenness) or leave by
//  (closeness, harmonic) the tie; clustering by tie between two neighbors; coreness evenly over the neighbors
//  in the same core.
// shares.rest and the amounts of either list add up to the value; none where the value is undefined.
// `network` and `selection` are as in MeasureInput. Betweenness takes one search from every actor.
Shares shares_of(std::string_view measure, const Network& network, const TieSelection& selection,
                 const Graph& graph, ActorId actor, const std::vector<double>& values,
                 const Control& control);

}  // namespace entente
