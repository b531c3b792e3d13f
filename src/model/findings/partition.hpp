// A division of the actors into communities.
#pragma once

#include <algorithm>
#include <cstdint>
#include <limits>
#include <string>
#include <vector>

#include "model/ids.hpp"

namespace entente {

struct Partition {
    std::string algorithm;
    std::vector<ActorId> actors;
    std::vector<std::uint32_t>
        community;  // 1 … count, largest first, ties by the first actor; parallel to actors
    // Parallel to actors: the mean over the runs of |A ∩ B| / |A ∪ B|, A being the actor's community here and
    // B its community in that run; 1 when every run gives it the same companions. Empty when there was only
    // one run.
    std::vector<double> stability;
    std::uint32_t count = 0;
    std::vector<std::uint8_t> isolated;  // parallel to actors: 1 for an actor without ties, which is a
                                         // community of its own
    double modularity =
        std::numeric_limits<double>::quiet_NaN();  // at the asked resolution; nan without ties
    double resolution = 1;
    std::string quality_name = "modularity";  // what the best run was chosen by: "modularity" (most) or
                                              // "codelength" (least, in bits)
    double quality = std::numeric_limits<double>::quiet_NaN();
    unsigned runs = 1;
    bool signed_modularity = false;    // two null terms, for ties of both signs
    std::vector<std::string> remarks;  // sentences on how the ties were taken, to be shown with the result

    std::uint32_t isolates() const {
        return static_cast<std::uint32_t>(std::count(isolated.begin(), isolated.end(), std::uint8_t{1}));
    }
};

}  // namespace entente
