// What legends are made of: columns of samples with their words, and those that every figure has.
#pragma once

#include <string>
#include <vector>

#include "render/layout/node_shape.hpp"
#include "render/picture/legend.hpp"
#include "render/picture/picture.hpp"
#include "render/picture/theme.hpp"

namespace entente::render {

inline constexpr double legend_row = 21, legend_sample = 34;

struct LegendItem {
    std::string markup;  // drawn around (0, 0) in a room of `legend_sample` × `height`
    std::string text;
    double height = legend_row;
};

struct LegendColumn {
    std::string heading;
    std::vector<LegendItem> items;
    double room = legend_sample;  // for the samples
};

std::string upper_first(std::string text);

// A shape with its label inside (pale) or without one.
std::string shape_sample(Form form, const Tone& tone, bool pale, const Theme& theme);

// Shapes of the kinds, with their colors where color is by kind; nothing where all actors are of one kind.
void add_kinds(std::vector<LegendColumn>& columns, const Picture& picture, bool labels_inside,
               const Theme& theme);

// What the colors mean where it is not the kind.
void add_colors(std::vector<LegendColumn>& columns, const Picture& picture, bool labels_inside,
                const Theme& theme);

// The columns beside each other, at most `width` wide, further ones below.
Legend legend_from(std::vector<LegendColumn> columns, const Theme& theme, double width);

}  // namespace entente::render
