// A standalone figure made part of a page.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace entente::report {

struct EmbeddedFigure {
    std::string svg;                  // <svg role="group" …>…</svg>
    std::vector<std::string> styles;  // the contents of its <style> elements, which a policy has to allow
};

// The SVG as inline content of an HTML page: no prolog, role="group", nodes and ties focusable by script (the
// first of each is a tab stop), every id and reference to one prefixed with `name` so that several figures
// may share the page, style attributes (which a strict policy blocks) as presentation attributes, event
// handlers and <script> left out. A large figure loses the tooltips of its ties, which the page's data hold
// once more.
EmbeddedFigure embedded_figure(std::string_view svg, std::string_view name, std::string_view label);

}  // namespace entente::report
