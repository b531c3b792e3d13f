// Why an actor has the score that it has.
#pragma once

#include <string>

#include "base/control.hpp"
#include "model/findings/explanation.hpp"
#include "model/network.hpp"
#include "model/selection.hpp"

namespace entente {

struct ExplainOptions {
    std::string measure = "degree";
    ExplainBy by = ExplainBy::tie;
};

// The actor's value and rank; for each tied pair, source, relation or other actor its share of the value (see
// shares_of) and the value and rank when its rows are left out: all rows of the pair in use, whichever way |
// the rows that no other source backs | the rows of the relation | all rows of the other actor, who stays in
// the network. The sources of a row are the first words of its citation's parts between semicolons. A tie's
// share is split over its rows by strength, a row's over its sources evenly. Pairs that change nothing and
// have no share are left out; of more than most_tried pairs only those with a share, of the actor and among
// its neighbors are tried, of more sources only those that back a tie of the actor. Parallel over what is
// left out, the same for any number of threads. Throws Error(Fault::usage) for an unknown measure and for an
// actor whom the selection leaves out, and Error(Fault::interrupted).
Explanation explain(const Network& network, const TieSelection& selection, ActorId actor,
                    const ExplainOptions& options, const Control& control);

inline constexpr std::size_t most_tried = 500;

}  // namespace entente
