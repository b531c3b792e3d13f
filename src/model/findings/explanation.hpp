// Where an actor's score comes from, down to the rows of the ties.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "model/findings/scores.hpp"
#include "model/ids.hpp"

namespace entente {

enum class ExplainBy { tie, source, relation, actor };

struct ExplainedPart {
    ActorId source{}, target{};  // by tie: its ends, as its first row has them; by actor: both the actor
    std::string name;            // by source and relation: which; "" where the row names none
    std::vector<TieId> rows;     // that are left out together
    double share = undefined;    // of the value, where the measure is a sum
    double without = undefined;  // the value without these rows
    double rank_without = undefined;
};

// How much of a score by paths or triangles two other actors bring.
struct PairShare {
    ActorId source{}, target{};
    double share = 0;
};

struct Explanation {
    ActorId actor{};
    std::string measure;
    ExplainBy by = ExplainBy::tie;
    double value = undefined;
    double rank = undefined;  // standard competition rank; nan where the value is undefined
    std::uint64_t level = 0;  // others whose value is the same, within 1e-9
    std::uint64_t of = 0;     // actors with a value
    bool additive = false;    // the shares and the rest add up to the value; else without alone says it
    double rest = 0;          // what no part has
    std::string share_is;     // what of a tie or actor the share stands for
    std::vector<ExplainedPart> parts;    // largest share first, or largest difference where there are none
    std::vector<ExplainedPart> sources;  // each left out, the one that moves the rank most first
    std::vector<PairShare> pairs;        // betweenness and clustering: largest first
    std::vector<std::string> remarks;
};

}  // namespace entente
