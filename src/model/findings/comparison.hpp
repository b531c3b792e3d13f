// How far two divisions of the same actors agree.
#pragma once

#include <cstdint>
#include <string>

#include "model/findings/scores.hpp"

namespace entente {

struct PartitionComparison {
    std::string first, second;   // "communities", the column's or the file's name
    std::uint64_t actors = 0;    // that both divide
    std::uint64_t left_out = 0;  // that only one of them does
    std::uint32_t first_groups = 0, second_groups = 0;
    double adjusted_rand = undefined;             // Hubert & Arabie 1985: 1 the same, about 0 by chance
    double mutual_information = undefined;        // normalized, 2 I / (H1 + H2) (Danon et al. 2005): 0 … 1
    double variation_of_information = undefined;  // Meilă 2003, in nats: 0 the same, at most ln(actors)
    double p = undefined;  // share of permutations of the second whose adjusted Rand index is at least the
                           // observed one, (r + 1)/(N + 1)
    std::uint32_t permutations = 0;
};

}  // namespace entente
