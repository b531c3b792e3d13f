// Where the texts of an editor stand, beside what they speak of.
#pragma once

#include <string>
#include <vector>

#include "render/layout/layout.hpp"
#include "render/layout/node_shape.hpp"
#include "render/picture/picture.hpp"

namespace entente::render {

inline constexpr double callout_size = 12.6;

struct Callout {
    std::vector<std::string> lines;
    double line_height = 16;
    Box box;         // of the text, in the coordinates of the layout; it may reach beyond
    Point from, to;  // the leader: from the box to the actor's border or the tie
    bool at_tie = false;
};

// Each call-out near its actor or the middle of its tie, over no shape, label, other call-out or label of a
// tie
// (`taken`), over as few ties as possible and with a leader that runs through no shape and label of others.
// Beside the network there is always room.
std::vector<Callout> placed_callouts(const Picture& picture, const Layout& layout,
                                     const std::vector<NodeShape>& shapes, const std::vector<Box>& taken);

}  // namespace entente::render
