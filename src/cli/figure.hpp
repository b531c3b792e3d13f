// Drawing a picture into a file of the kind that its name says.
#pragma once

#include <string>
#include <vector>

#include "cli/options/command.hpp"
#include "render/layout/layout.hpp"
#include "render/write/draw.hpp"

namespace entente::cli {

enum class FigureFormat { svg, pdf, png, dot };

// By the ending of the file's name; SVG on standard output. Throws Error(Fault::usage) for other endings.
FigureFormat figure_format(const std::string& path);

// How wide a figure is when nobody says, in pixels: 1,200, and 2,400 as a PNG, which cannot be enlarged.
double default_width(FigureFormat format);

// The picture laid out; in the contest of `auto` igraph's force layouts take part where they are affordable.
// Throws as lay_out does.
Layout laid_out(Context& context, const Picture& picture, const std::string& layout);

std::string figure(const Picture& picture, const Layout& layout, const SvgOptions& options,
                   FigureFormat format);

// Every candidate of the contest with its score, and the winner.
std::string contest_text(const Layout& layout);

}  // namespace entente::cli
