// What every figure of actors and ties is around its marks, node-link or matrix: the <svg> element, the words
// above and below, and the groups of an actor and of a tie with their data.
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "render/lines/geometry.hpp"
#include "render/picture/legend.hpp"
#include "render/picture/picture.hpp"
#include "render/write/draw.hpp"
#include "render/write/markup.hpp"

namespace entente::render {

inline constexpr double page_margin = 24;

// Lines of running text; without lines nothing is drawn.
struct Paragraph {
    std::vector<std::string> lines;
    Point at;  // of the first baseline
    double step = 0;
    TextStyle style;
};

// Across a page of this width, from the height `top` on. The footer names source and date of the data.
Paragraph title_of(const Picture& picture, double top, double page_width, const Theme& theme);
Paragraph subtitle_of(const Picture& picture, double top, double page_width, const Theme& theme);
Paragraph footer_of(const Picture& picture, double top, double page_width, const Theme& theme);
double height_of(const Paragraph& paragraph);

struct Document {
    const Picture& picture;
    const SvgOptions& options;
    const Theme& theme;
    Point size;             // in units of the layout
    bool slim = false;      // leaves out what the page around it says again
    bool gathered = false;  // ties in few paths, actors as shape and id alone: see gathered.hpp

    bool in_page() const { return options.page_label.has_value(); }
};

// The whole file as `written` makes it, slim where it is part of a page and would be large.
std::string document_of(const Picture& picture, const SvgOptions& options, const Theme& theme, Point size,
                        const std::function<std::string(const Document&)>& written);

// <svg> with its size, title, description and paper; left open.
void open_document(XmlWriter& xml, const Document& document);
void write(XmlWriter& xml, const Paragraph& paragraph);
void write_legend(XmlWriter& xml, const Legend& legend, Point at);

// <g class="edge"> or <g class="node"> with what scripts may ask of it, left open. `place`: of the tie among
// those drawn; `first`: of all actors.
void open_edge(XmlWriter& xml, const Document& document, const PictureTie& tie, std::size_t place);
void open_node(XmlWriter& xml, const Document& document, const PictureNode& node, bool first);

}  // namespace entente::render
