// On which sides of their shapes labels stand once the ties are drawn.
#pragma once

#include "render/scene.hpp"

#include <vector>

namespace entente {

// Turns each label that stands beside its shape to the side where the fewest ties of its own actor run under it, unless it would
// come to lie on an actor, another label or a stranger's tie there. Labels that lie well stay.
void turn_labels(const Picture& picture, const Scene& scene, Arrangement& arrangement, const std::vector<std::vector<Point>>& ties);

}  // namespace entente
