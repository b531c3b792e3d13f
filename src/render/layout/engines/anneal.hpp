// Moving nodes about until ties cross little and pass by other nodes.
#pragma once

#include <cstdint>

#include "base/control.hpp"
#include "render/layout/layout_problem.hpp"

namespace entente::render {

// Simulated annealing (Davidson & Harel 1996) on straight ties: overlaps, ties through shapes and
// labels, crossings, narrow angles between ties of a node and deviations from the ideal distances cost, in
// that order of weight. Nodes move within the page, change places and put their labels on other sides.
// `proposals` moves are tried; the same for the same seed.
void anneal(const LayoutProblem& problem, Arrangement& arrangement, Point page, std::uint64_t proposals,
            std::uint64_t seed, std::uint64_t stream, const Control& control);

}  // namespace entente::render
