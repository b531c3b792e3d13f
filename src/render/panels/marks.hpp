// Actors and ties of figures that show more than one network on one layout.
#pragma once

#include <string>
#include <vector>

#include "render/layout/layout.hpp"
#include "render/layout/node_shape.hpp"
#include "render/lines/arrowheads.hpp"
#include "render/picture/picture.hpp"
#include "render/picture/style.hpp"
#include "render/write/markup.hpp"

namespace entente::render {

// <g class="edge"> with its ends and sign; the caller closes it.
XmlWriter& open_edge(XmlWriter& xml, const Picture& picture, const PictureTie& tie);

// A line as it is drawn.
struct TieLine {
    std::vector<Point> chain;
    HeadPlaces heads;              // how far they stand back from the borders
    std::vector<Box> broken = {};  // where the line is left out
};

// The line and its arrowheads.
std::string tie_markup(const Picture& picture, const PictureTie& tie, TieLine line, const Stroke& stroke);

// The label in or beside the shape, on a ground of its own where lines may run under it.
void write_label(XmlWriter& xml, const NodeShape& shape, const Layout& layout, std::size_t node,
                 const Theme& theme);

// The faint outline of an actor who is not there.
std::string ring_markup(const NodeShape& shape, Point at, const Theme& theme);

}  // namespace entente::render
