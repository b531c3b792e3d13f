// A picture of the communities instead of their members.
#pragma once

#include "render/picture/picture.hpp"

namespace entente::render {

// A node for each community, named after its leading actor and as large as it has members, an actor that is
// alone under its own name; the ties between two communities of one sign as one, with their strengths added
// up and the directions that they have. Ties inside a community are counted in its tooltip. What stands out,
// call-outs and camps are left behind. Without communities the picture as it is.
Picture collapsed(const Picture& picture);

}  // namespace entente::render
