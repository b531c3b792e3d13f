// On which sides of their shapes labels stand once the ties are drawn.
#pragma once

#include <vector>

#include "render/layout/layout_problem.hpp"

namespace entente {

// Turns each label that stands beside its shape to the side where least lies under it: other actors and
// labels weigh most by far, then ties of strangers, then ties of its own actor. A label that covers nothing
// stays where it is, and none leaves the widest page.
void turn_labels(const Picture& picture, const LayoutProblem& scene, Arrangement& arrangement,
                 const std::vector<std::vector<Point>>& ties);

}  // namespace entente
