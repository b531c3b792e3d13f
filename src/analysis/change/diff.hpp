// How two networks differ, and which differences moved whom.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "analysis/change/diff_side.hpp"
#include "base/control.hpp"
#include "model/findings/difference.hpp"
#include "model/network.hpp"
#include "model/selection.hpp"

namespace entente {

// What is taken for one change where scores are explained: every pair of actors by itself while there are at
// most most_changes, else all pairs of one relation, source or year of their first changed rows.
enum class ExplainGroups { automatic, pair, relation, source, year };

struct DiffOptions {
    std::vector<std::string> measures = {"degree", "betweenness"};
    std::size_t explain = 5;  // actors a measure, those who moved most
    ExplainGroups groups = ExplainGroups::automatic;
    unsigned orders = 200;                         // drawn where there are too many changes for all
    std::map<std::string, std::string> same = {};  // old id -> new id
    SignFilter community_ties = SignFilter::all;
    std::uint64_t seed = 1;
};

inline constexpr std::size_t most_changes = 200, most_exact_changes = 10;

// Changes of actors and ties, ranks before and after with what moved them, communities and balance. Every
// difference of a score between an actor's two networks is shared out among the changed pairs of actors and
// the actors who came or went by its Shapley value: exactly for degrees and strengths and up to
// most_exact_changes, else over `orders` drawn orders, the same for all actors; the contributions add up to
// the difference either way. In networks in between, an undefined score counts 0. Self-ties take no part. Old
// and new are compared as directed or weighted when either of them is, and rows that do not say how they run
// run both ways where a row of either says it. The same for any number of threads.
// Throws Error(Fault::usage) for unknown measures, relations, kinds and ids of `same`;
// Error(Fault::interrupted).
Difference compare_networks(const DiffSide& before, const DiffSide& after, const DiffOptions& options,
                            const Control& control);

// Whether a measure adds up pair by pair, so that only an actor's own ties move it.
bool is_local(std::string_view measure);

}  // namespace entente
