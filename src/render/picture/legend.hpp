// The legend: exactly the encodings that a picture uses.
#pragma once

#include <string>

#include "render/layout/layout.hpp"
#include "render/picture/theme.hpp"

namespace entente::render {

struct Legend {
    std::string markup;  // <g class="legend"> with its upper left corner at (0, 0)
    double width = 0, height = 0;
};

// At most `width` wide, in columns.
Legend legend_of(const Picture& picture, const Layout& layout, const Theme& theme, double width);

}  // namespace entente::render
