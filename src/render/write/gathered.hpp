// A figure of very many actors and ties as few elements: what a page of its own data needs to draw it.
#pragma once

#include <string>

#include "render/layout/layout.hpp"
#include "render/layout/node_shape.hpp"
#include "render/picture/picture.hpp"
#include "render/picture/theme.hpp"

namespace entente::render {

// The ties as straight lines, hundreds of one look in one <path class="gathered" data-sign="+">, in tenths of
// the layout's unit. The page's script draws single ties over them from its data.
std::string gathered_ties(const Picture& picture, const Layout& layout, const Theme& theme);

// An actor's shape as one element with coordinates of one decimal and nothing but its filling.
std::string slim_shape(const NodeShape& shape, Point at, const Tone& tone);

}  // namespace entente::render
