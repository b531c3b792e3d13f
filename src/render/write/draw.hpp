// A picture and its layout as a file.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "render/layout/layout.hpp"
#include "render/picture/picture.hpp"

namespace entente::render {

struct SvgOptions {
    std::string theme = "light";  // a row of themes()
    double width = 1200;          // of the whole figure, in pixels
    double millimeters = 0;       // of the whole figure where it is made for a page, instead of pixels
    std::string font;             // a family put before the built-in list; "": none
    std::string name = "figure";  // its ids begin with it
    // The figure's label when it is part of an HTML page rather than a file: role="group", no size of its
    // own, nodes and ties that a script can focus (the first of each is a tab stop). Above 200 kB it leaves
    // out the tooltips of its ties, which the page's data hold once more; above 2 MB ties are gathered into
    // few paths and actors keep shape and id alone.
    std::optional<std::string> page_label;
};

// SVG 1.1 (but for data-* attributes) with title, legend, tooltips and text alternative; the structure is
// INTERFACE §5's. Throws Error(Fault::usage) for an unknown theme.
std::string to_svg(const Picture& picture, const Layout& layout, const SvgOptions& options = {});

// The same for several uses of one theme, parallel to them: what stands where on the page is found once.
std::vector<std::string> to_svgs(const Picture& picture, const Layout& layout,
                                 const std::vector<SvgOptions>& uses);

// Graphviz' language, with positions and every attribute of the figure.
std::string to_dot(const Picture& picture, const Layout& layout);

// The SVG rendered by librsvg: PNG as many pixels wide as asked, PDF as vectors. Throw
// Error(Fault::internal), to_png Error(Fault::usage) for a figure that would be higher than 20,000 pixels.
std::string to_png(std::string_view svg, double width);
std::string to_pdf(std::string_view svg, std::string_view title);

}  // namespace entente::render
