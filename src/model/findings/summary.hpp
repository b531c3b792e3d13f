// Figures of the network as a whole (INTERFACE §5). nan where undefined.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "model/findings/scores.hpp"

namespace entente {

// Where distances are those from some actors drawn at random.
struct DistanceSample {
    std::uint64_t actors = 0, diameter_at_least = 0;
    double mean_distance_error = undefined;  // its standard error
};

struct Summary {
    bool directed = false, weighted = false;
    std::uint64_t actors = 0, ties = 0, rows = 0;  // ties: merged pairs, or arcs when directed
    // Merged ties by the signs of their rows: with a negative row, with a positive row, with both (counted in
    // each), with neither.
    std::uint64_t hostile_ties = 0, positive_ties = 0, conflicting_ties = 0, unsigned_ties = 0;
    double hostile_share = undefined;  // of the ties
    double density = undefined;
    std::uint64_t components = 0, strong_components = 0, largest_component = 0,
                  isolates = 0;                              // weak components, unless strong
    double diameter = undefined, mean_distance = undefined;  // hops, over pairs that reach each other
    std::optional<DistanceSample> distance_sample;  // then mean_distance is estimated and diameter undefined
    double reciprocity = undefined,
           dyadic_reciprocity =
               undefined;  // directed only: share of arcs answered; share of tied pairs tied both ways
    double transitivity = undefined,
           mean_clustering =
               undefined;  // without weights and directions; the mean is over actors with two neighbors
    double degree_assortativity = undefined, kind_assortativity = undefined;
    // Freeman 1979: how far the most central actor stands out, over the most there can be among so many
    // actors. In hops, unweighted.
    double degree_centralization = undefined, betweenness_centralization = undefined,
           closeness_centralization = undefined;
    double degree_centralization_maximum = undefined, betweenness_centralization_maximum = undefined,
           closeness_centralization_maximum = undefined;
    std::vector<ActorId> articulation_actors;  // without whom a component falls apart
    std::vector<std::uint64_t> triad_census;  // 16 classes in the order of triad_names; empty when undirected
    std::vector<std::string> left_out;  // "betweenness centralization: …", said rather than silently missing
};

inline constexpr std::array<const char*, 16> triad_names{"003",  "012",  "102",  "021D", "021U", "021C",
                                                         "111D", "111U", "030T", "030C", "201",  "120D",
                                                         "120U", "120C", "210",  "300"};

}  // namespace entente
