// Nodes moved until none lies on another.
#pragma once

#include "render/layout/layout_problem.hpp"

namespace entente::render {

// Pushes nodes apart until no footprints are nearer than `gap`, moving each as little as possible, for a
// number of rounds on the page from (0, 0) and then without its upper and lower border and up to the widest
// page.
void remove_overlaps(const LayoutProblem& problem, Arrangement& arrangement, double gap, Point page,
                     int on_page, int free);

// Gives each node whose footprint is still nearer than `gap` to another one (of two the one with fewer ties)
// the nearest free place within the width of the page.
void remove_last_overlaps(const LayoutProblem& problem, Arrangement& arrangement, double gap, Point page);

}  // namespace entente::render
