// Who stands between whom, given groups of actors (Gould & Fernandez 1989), and how far ties stay within the
// groups. nan where undefined.
#pragma once

#include <array>
#include <cstdint>
#include <limits>
#include <string>
#include <vector>

#include "model/findings/scores.hpp"
#include "model/ids.hpp"

namespace entente {

// A broker j joins i to k (i -> j -> k) where i is not tied to k. By their groups:
enum class BrokerageRole : std::uint8_t {
    coordinator,  // all three of one group
    itinerant,    // i and k of one group, j of another (consultant)
    gatekeeper,   // j and k of one group, i of another; undirected: gatekeeper or representative, which are
                  // the same there
    representative,  // i and j of one group, k of another; undirected: undefined
    liaison,         // three groups
    total
};

inline constexpr std::array<const char*, 6> brokerage_role_names{"coordinator",    "itinerant", "gatekeeper",
                                                                 "representative", "liaison",   "total"};

struct RoleFigure {
    double count = undefined;  // undirected: each pair {i, k} once
    double expected = undefined, deviation = undefined,
           z = undefined;  // in random networks of this density over these groups
};

using RoleFigures = std::array<RoleFigure, 6>;  // in the order of BrokerageRole

struct Brokerage {
    static constexpr std::uint32_t ungrouped = std::numeric_limits<std::uint32_t>::max();

    bool directed = false;
    std::string grouping;             // "kind", "community", "faction" or the column's name
    std::vector<std::string> groups;  // in order of their first actor
    std::vector<ActorId> actors;
    std::vector<std::uint32_t> group;  // index into groups, or ungrouped: the actor takes no part; this and
                                       // what follows parallel to actors
    std::vector<RoleFigures> roles;
    std::vector<double> external_internal;  // E–I index of the actor: (external − internal ties) / both
    std::vector<double> participation;      // 1 − Σ_s (strength to group s / strength)²
    std::vector<double> within_z;  // strength to the own group, in standard deviations above the group's mean
    RoleFigures all{};             // summed over all brokers

    double ei_index = undefined, ei_expected = undefined,
           ei_p = undefined;  // of the network; groups shuffled among the actors
    unsigned permutations = 0;
    std::vector<std::string> remarks;  // sentences to be shown with the result
};

}  // namespace entente
