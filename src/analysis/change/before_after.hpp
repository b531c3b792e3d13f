// The communities and the balance of two networks side by side, and how sure their ranks are.
#pragma once

#include <optional>
#include <utility>
#include <vector>

#include "analysis/change/changes.hpp"
#include "analysis/change/diff.hpp"

namespace entente {

// Nothing where either network has no tie. Groups go on as those they overlap most with.
std::optional<CommunityDifference> compare_communities(const DiffSide& before, const DiffSide& after,
                                                       const CommonActors& common, const DiffOptions& options,
                                                       const Control& control);

// Nothing where neither network has a hostile tie.
std::optional<BalanceDifference> compare_balance(const DiffSide& before, const DiffSide& after,
                                                 const CommonActors& common, const DiffOptions& options,
                                                 const Control& control);

// Of a measure's moves, whether both ranks lie within the 5 to 95 % intervals of both networks when ties come
// and go by their confidences; nothing where nobody's score moved, and all empty where no tie is uncertain.
std::vector<std::optional<bool>> within_noise(const DiffSide& before, const DiffSide& after,
                                              const CommonActors& common, const MeasureDifference& measure,
                                              std::uint64_t seed, const Control& control);

}  // namespace entente
