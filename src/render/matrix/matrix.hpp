// The network as a matrix: for dense networks, whose lines nobody can follow (Ghoniem, Fekete & Castagliola
// 2005).
#pragma once

#include <string>

#include "render/picture/legend.hpp"
#include "render/write/draw.hpp"

namespace entente::render {

// A cell a pair, ordered by matrix_order: the color is the tie's sign, hostile ones with a diagonal gap, the
// area its strength; faint where it is not certain. Directed ties lead from rows to columns, the others stand
// on both sides of the diagonal; two-mode data have sources as rows and targets as columns. Several ties of a
// pair share the cell in bands. The structure is that of to_svg.
std::string matrix_svg(const Picture& picture, const SvgOptions& options, const Theme& theme);

// What its cells mean.
Legend matrix_legend_of(const Picture& picture, bool two_modes, bool blocks, const Theme& theme,
                        double width);

}  // namespace entente::render
