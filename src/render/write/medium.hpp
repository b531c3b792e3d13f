// Where a figure will be seen: how large it is there, and how large its text should be.
#pragma once

#include <span>
#include <string_view>

#include "render/picture/page_shape.hpp"

namespace entente::render {

struct Medium {
    std::string_view name, purpose;
    double width = 0, height = 0;  // in millimeters; height 0: as much as the figure needs
    double text = 8,
           least_text = 6;    // of the actors' labels, in points: as wanted, and what can still be read
    double pixels = 1200;     // of a PNG's width
    double aspect = 4.0 / 3;  // of the network, width over height
};

// column, page, slide, poster.
std::span<const Medium> media();

// The page on which labels come out at the size wanted, or down to the least where that is not enough.
PageShape page_of(const Medium& medium);

// The size in points of a figure's labels when its `width` units are as wide as the medium.
double text_points(const Medium& medium, double width);

}  // namespace entente::render
