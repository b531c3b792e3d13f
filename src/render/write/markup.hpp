// The one place through which text passes into SVG.
#pragma once

#include <string>
#include <string_view>

#include "render/lines/geometry.hpp"

namespace entente {

// Escaped for element content and attribute values alike, without what XML forbids.
std::string escaped(std::string_view text);

// At most two decimals, none that say nothing.
std::string coordinate(double value);

// name="value" with a leading space.
std::string attribute(std::string_view name, std::string_view value);
std::string attribute(std::string_view name, double value);

// The d of a chain of cubic curves; straight pieces as lines.
std::string path_data(const std::vector<Point>& chain);
std::string polygon_points(const std::vector<Point>& points, Point at);

struct TextStyle {
    double size = 13;
    std::string_view color;
    std::string_view anchor = "start";  // of a line written from left to right
    bool bold = false;
};

// <text> with a line a <tspan>, the first baseline at `at`; right-to-left lines say so and keep their place.
std::string text_element(const std::vector<std::string>& lines, Point at, double line_height,
                         const TextStyle& style);

}  // namespace entente
