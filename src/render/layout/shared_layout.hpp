// A figure that shows less of what another one shows, every actor where it is there.
#pragma once

#include <optional>

#include "render/layout/layout.hpp"

namespace entente::render {

// The layout of `whole` for a picture of some of its actors and ties, moved to the corner of the page.
// Nothing where an actor or tie is not in it or an actor's shape is another: then the part needs a layout of
// its own.
std::optional<Layout> layout_of_part(const Picture& whole, const Layout& layout, const Picture& part);

}  // namespace entente::render
