// Key players.
#pragma once

#include "base/control.hpp"
#include "graph/graph.hpp"
#include "model/findings/keyplayers.hpp"

namespace entente {

struct KeyPlayerOptions {
    KeyPlayerObjective objective = KeyPlayerObjective::fragment;
    std::uint32_t size = 1;
    std::uint64_t seed = 1;
    double most_steps = 4e9;  // every set is considered where that takes no more elementary steps, by an
                              // estimate: some seconds
};

// The sets of `size` actors that fragment the network most when removed (KPP-NEG) or reach it best (KPP-POS),
// by Borgatti (2006). Every set is considered where that is affordable; else greedy growth with exchanges
// from several starts. Hops only; ties of strength 0 are none; fragmentation ignores directions,
// reach follows outgoing ties. The same for any number of threads. Throws Error(Fault::usage) for no size,
// more than there are or, unless the objective is reach, one that leaves fewer than two actors, and where the
// objective is too costly for a network of this size; Error(Fault::interrupted).
KeyPlayers key_players(const Graph& graph, const KeyPlayerOptions& options, const Control& control);

}  // namespace entente
