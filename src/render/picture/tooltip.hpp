// The words that appear when a reader points at an actor or a tie.
#pragma once

#include "render/picture/picture.hpp"

namespace entente::render {

// Fills relations, citations and tooltips of all ties, and the tooltips of all nodes. A picture of many ties
// gets shorter ones, so that the file stays of a size that browsers open.
void add_tooltips(Picture& picture, const Network& network, const TieDirections& directions);

}  // namespace entente::render
