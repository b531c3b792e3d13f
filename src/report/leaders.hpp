// Who comes first by a measure, in a sentence: the same for the terminal and for the page.
#pragma once

#include <functional>
#include <string>
#include <string_view>

#include "model/findings/scores.hpp"

namespace entente::report {

// What the network of the measures is like, so far as the words depend on it.
struct LeaderWords {
    bool directed = false;
    bool without_hostile = false;  // hostile ties are left out
};

// "Most ties, in and out: Iran (12), Hamas (8), Syria (7) and 2 more with 7." of degree, betweenness or
// pagerank: the first three above 0 by rank, and how many share the value of the last. "" where nobody is
// above 0, where by its degrees there is no tie, or the table lacks the measure. `name_of` writes an actor's
// name.
std::string leader_sentence(const ScoreTable& scores, std::string_view measure, const LeaderWords& words,
                            const std::function<std::string(ActorId)>& name_of);

}  // namespace entente::report
