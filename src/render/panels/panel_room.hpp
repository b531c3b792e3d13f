// Panels drawn in less room than their network was laid out for.
#pragma once

#include <vector>

#include "render/layout/layout.hpp"
#include "render/layout/node_shape.hpp"

namespace entente::render {

struct SmallerPanel {
    Layout layout;  // of that size; the names' places are still to be found
    std::vector<NodeShape> shapes;
};

// The network in a panel of this size: every actor where it was in proportion, as a dot with its name beside
// it in letters as large as before, ties led around the dots.
SmallerPanel drawn_smaller(const Picture& picture, const Layout& layout, Point size);

}  // namespace entente::render
