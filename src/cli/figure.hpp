// Drawing a picture into a file of the kind that its name says.
#pragma once

#include "cli/command.hpp"
#include "render/draw.hpp"

#include <string>
#include <vector>

namespace entente::cli {

enum class FigureFormat { svg, pdf, png, dot };

// By the ending of the file's name; SVG on standard output. Throws Error(Fault::usage) for other endings.
FigureFormat figure_format(const std::string& path);

std::string figure(const Picture& picture, const Layout& layout, const SvgOptions& options, FigureFormat format);

}  // namespace entente::cli
