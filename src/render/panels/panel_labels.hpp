// Names within one panel of several on one layout.
#pragma once

#include <vector>

#include "render/layout/layout.hpp"
#include "render/layout/node_shape.hpp"

namespace entente::render {

// What a panel shows of the picture.
struct PanelContent {
    const std::vector<char>& active;       // parallel to Picture::nodes
    const std::vector<std::size_t>& ties;  // places in Picture::ties
};

// The layout with a place for each name of the panel that lies beside its shape: the one of the layout where
// nothing of this panel is in the way, else another near its shape. Those with most ties in the panel choose
// first; a name is hidden for which every place lies on another shape or name, on the end of a line or on two
// lines of others. The one line that it may lie on has to be broken there. Names inside their shapes stay.
Layout with_panel_labels(const Picture& picture, const Layout& layout, const std::vector<NodeShape>& shapes,
                         const PanelContent& content);

}  // namespace entente::render
