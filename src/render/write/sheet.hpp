// What stands where on the page of a figure: all of it decided before anything is written.
#pragma once

#include <string>
#include <vector>

#include "render/layout/layout.hpp"
#include "render/layout/node_shape.hpp"
#include "render/picture/legend.hpp"
#include "render/picture/style.hpp"
#include "render/write/callouts.hpp"
#include "render/write/document.hpp"
#include "render/write/markup.hpp"

namespace entente::render {

// The tinted area of a community or bloc.
struct Hull {
    std::uint32_t group = 0;
    std::vector<std::vector<Point>> outlines;
};

// A relation written at its tie.
struct TieLabel {
    std::string text;  // "": none fits
    Box box;
};

// Hulls, labels, call-outs and shapes are in the coordinates of the layout, the rest in those of the page.
struct Sheet {
    double width = 0, height = 0;
    Paragraph title, subtitle, footer;
    Point network_at, legend_at;
    Legend legend;
    std::vector<Hull> hulls;
    std::vector<NodeShape> shapes;     // parallel to Picture::nodes
    std::vector<bool> plates;          // labels under which a tie runs, so that they need a ground
    std::vector<TieLabel> tie_labels;  // parallel to Picture::ties
    std::vector<Callout> callouts;     // parallel to Picture::notes
};

inline constexpr double tie_label_size = 12.4;

// How many relations found no place at their ties.
std::size_t tie_labels_left_out(const Picture& picture, const Sheet& sheet);

Sheet sheet_of(const Picture& picture, const Layout& layout, const Theme& theme);

}  // namespace entente::render
