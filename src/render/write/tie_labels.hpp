// Relations written at their ties, where there is room.
#pragma once

#include <string>
#include <vector>

#include "render/layout/layout.hpp"
#include "render/layout/node_shape.hpp"

namespace entente {

inline constexpr double tie_label_size = 12.4;

struct TieLabel {
    std::string text;  // "": none fits
    Box box;           // in the coordinates of the layout
};

// One a tie: on its line, over no shape, no other label and no other tie. Parallel to Picture::ties.
std::vector<TieLabel> tie_labels(const Picture& picture, const Layout& layout,
                                 const std::vector<NodeShape>& faces);

}  // namespace entente
