// Laying a picture out, and writing it in the form that a file's name says.
#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>

#include "base/control.hpp"
#include "render/layout/layout.hpp"
#include "render/write/draw.hpp"

namespace entente::study {

struct FigureFormat {
    std::string_view name;
    std::array<std::string_view, 2> endings;  // of file names; "" for none
    double default_width;                     // in pixels, when nobody says; a PNG cannot be enlarged
    std::string (*write)(const render::Picture& picture, const render::Layout& layout,
                         const render::SvgOptions& options);
};

// svg, pdf, png, dot. The first is written where no file's name says.
std::span<const FigureFormat> figure_formats();

// By the ending of the file's name; SVG on standard output. Throws Error(Fault::usage) for other endings.
const FigureFormat& figure_format(const std::string& path);

// The picture laid out; in the contest of `auto` igraph's force layouts take part where they are affordable.
// Throws as lay_out does.
render::Layout laid_out(const render::Picture& picture, const std::string& layout, std::uint64_t seed,
                        const Control& control);

// The same, begun: see LayoutSearch.
render::LayoutSearch begun_layout(const render::Picture& picture, const std::string& layout,
                                  std::uint64_t seed, const Control& control);

// The share of the pairs of actors that are tied; 0 of fewer than two actors.
double share_of_pairs_tied(const render::Picture& picture);

// Whether a matrix shows more than lines: at least 12 actors, more than half of the pairs tied.
bool suits_matrix(const render::Picture& picture);

// What to say of layouts whose process ended without an answer; "" when all answered.
std::string failure_text(const render::Layout& layout);

// Every candidate of the contest with its score, and the winner.
std::string contest_text(const render::Layout& layout);

}  // namespace entente::study
