// DOT's two ways to read a quoted string.
#pragma once

#include <string>
#include <string_view>

namespace entente::io {

// What it says.
std::string dot_text(std::string_view quoted);
// What a label shows: \n, \l and \r are line breaks, &amp; is &.
std::string dot_label(std::string_view quoted);

}  // namespace entente::io
