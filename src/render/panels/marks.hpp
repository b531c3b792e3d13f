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

// The line and its arrowheads, `back` from the borders.
std::string tie_markup(const Picture& picture, const PictureTie& tie, std::vector<Point> chain,
                       const Stroke& stroke, HeadPlaces back);

// The label in or beside the shape, on a ground of its own where lines may run under it.
void write_label(XmlWriter& xml, const NodeShape& shape, const Layout& layout, std::size_t node,
                 const Theme& theme);

// The faint outline of an actor who is not there.
std::string ring_markup(const NodeShape& shape, Point at, const Theme& theme);

}  // namespace entente::render
