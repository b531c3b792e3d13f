// Which few actors hold a network together, or reach it (Borgatti 2006). nan where undefined.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "model/findings/scores.hpp"
#include "model/ids.hpp"

namespace entente {

enum class KeyPlayerObjective : std::uint8_t {
    fragment,           // removing the set leaves as few connected pairs as possible: F
    fragment_distance,  // the same with near pairs counting more: ᴰF
    reach               // the set is as near as possible to everyone: ᴰR
};

struct KeyPlayerSet {
    std::vector<ActorId> actors;  // in the network's order
    // F = 1 − pairs that still reach each other / pairs, ᴰF = 1 − Σ 1/d / pairs, among the actors that remain
    // once the set is removed.
    double fragmentation = undefined, distance_fragmentation = undefined;
    std::uint64_t components = 0;  // that remain, single actors included
    double reach = undefined;    // ᴰR: mean over all actors of 1/d, d the hops from the nearest of the set
                                 // (members count 1)
    std::uint64_t adjacent = 0;  // actors outside the set that one of the set is tied to
};

struct KeyPlayers {
    KeyPlayerObjective objective = KeyPlayerObjective::fragment;
    std::uint32_t size = 0;
    bool directed = false;         // reach along outgoing ties; fragmentation ignores directions
    bool exact = false;            // every set was considered: nothing is better, and no other set is as good
    std::uint64_t considered = 0;  // sets whose value was computed
    std::uint32_t starts = 0;      // of the search, when not exact
    std::vector<KeyPlayerSet> best;  // at most 100 equally good ones; fragment: those of higher ᴰF first,
                                     // else in the network's order
    std::uint64_t best_count = 0;    // how many there are (found, when not exact)
    double fragmentation_before = undefined,
           distance_fragmentation_before = undefined;  // with nobody removed
    std::uint64_t components_before = 0;
    std::vector<std::string> remarks;  // sentences to be shown with the result

    double value(const KeyPlayerSet& set) const {
        return objective == KeyPlayerObjective::fragment ? set.fragmentation
               : objective == KeyPlayerObjective::reach  ? set.reach
                                                         : set.distance_fragmentation;
    }
};

}  // namespace entente
