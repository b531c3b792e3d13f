// A division of the actors into communities.
#pragma once

#include "model/ids.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace entente {

struct Partition {
    std::string algorithm;
    std::vector<ActorId> actors;
    std::vector<std::uint32_t> community;  // 1 … count, largest first, ties by the first actor; parallel to actors
    std::vector<double> stability;         // share of runs that agree with the actor's community, 0..1; empty when not measured
    std::uint32_t count = 0;
    double modularity = 0;                 // at the asked resolution; nan without ties
    double resolution = 1;
    double quality = 0;                    // what the algorithm optimises, when it is not modularity
    unsigned runs = 1;
    bool signed_modularity = false;        // two null terms, for ties of both signs
};

}  // namespace entente
