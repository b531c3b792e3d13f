// How wide text is, by a built-in table rather than by the fonts of the machine, so that a figure is the same
// everywhere.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace entente::render {

// Width in the unit of font_size of one line in a sans-serif shape between Arial and DejaVu Sans, whichever a
// reader's machine has; rather too wide than too narrow.
double text_width(std::string_view text, double font_size);

// Lines of at most `width`, broken at spaces, hyphens and slashes, between ideographs, or failing that within
// a word; at most `lines` of them, the last cut short with an ellipsis.
std::vector<std::string> wrapped(std::string_view text, double width, std::size_t lines, double font_size);

// Whether the first letter that has a direction is Arabic, Hebrew or another script written from right to
// left.
bool right_to_left(std::string_view text);

// How far lines are apart: scripts with marks above and below their letters need more room.
double line_height(std::string_view text, double font_size);

// Without what XML or a line of text cannot hold: control characters, overrides of direction, noncharacters.
// Line breaks and tabs become spaces.
std::string printable(std::string_view text);

}  // namespace entente::render
