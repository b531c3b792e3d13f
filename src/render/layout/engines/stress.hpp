// Layout by stress majorization: pairs of nodes stand as far apart as their shortest path is long.
#pragma once

#include <cstdint>

#include "render/layout/layout_problem.hpp"

namespace entente::render {

// Shortest path lengths between all nodes of a connected problem in steps (Link::ideal), nodes of other
// groups somewhat further away; pairs without a path get the longest of all plus one. Row by row, n × n.
std::vector<double> ideal_distances(const LayoutProblem& problem);

// Minimizes Σ (|p_i − p_j| − d_ij)² / d_ij² by majorization (Gansner, Koren & North 2004, in the localised
// form of de Leeuw 1977) from a random start; n² a round, for up to some hundred nodes. Unit: one step.
std::vector<Point> stress_layout(const LayoutProblem& problem, std::uint64_t seed, std::uint64_t stream);

}  // namespace entente::render
