// Figures of the network as a whole (INTERFACE §5). nan where undefined.
#pragma once

#include "model/findings/scores.hpp"

#include <array>
#include <cstdint>
#include <string>
#include <vector>

namespace entente {

struct Summary {
    bool directed = false, weighted = false;
    std::uint64_t actors = 0, ties = 0, rows = 0;
    std::uint64_t hostile_ties = 0, positive_ties = 0, unsigned_ties = 0;  // merged pairs by the sign of their rows
    double hostile_share = undefined;
    double density = undefined;
    std::uint64_t components = 0, strong_components = 0, largest_component = 0, isolates = 0;
    double diameter = undefined, mean_distance = undefined;  // hops, over pairs that reach each other
    double reciprocity = undefined, dyadic_reciprocity = undefined;
    double transitivity = undefined, mean_clustering = undefined;
    double degree_assortativity = undefined, kind_assortativity = undefined;
    double degree_centralization = undefined, betweenness_centralization = undefined, closeness_centralization = undefined;
    std::vector<ActorId> articulation_actors;
    std::vector<std::uint64_t> triad_census;  // 16 classes in the order of triad_names; empty when undirected
};

inline constexpr std::array<const char*, 16> triad_names{"003", "012", "102", "021D", "021U", "021C", "111D", "111U",
                                                         "030T", "030C", "201", "120D", "120U", "120C", "210", "300"};

}  // namespace entente
