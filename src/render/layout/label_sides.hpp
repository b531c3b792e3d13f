// On which sides of their shapes labels stand once the ties are drawn.
#pragma once

#include <vector>

#include "render/layout/layout_problem.hpp"

namespace entente::render {

// Turns each label that stands beside its shape to the side where least lies under it: other actors and
// labels weigh most by far, then ties of other nodes, then ties of its own actor. A label that covers nothing
// stays where it is, and none leaves the widest page.
void turn_labels(const Picture& picture, const LayoutProblem& problem, Arrangement& arrangement,
                 const std::vector<std::vector<Point>>& ties);

// In pictures of dots the labels of the leading actors take the side on which they cover least, one after the
// other; a label that would lie on another one is left out.
void place_labels(const Picture& picture, const LayoutProblem& problem, Arrangement& arrangement);

}  // namespace entente::render
