// Text on its way to a terminal. What data or file names hold may not act on the terminal: neither its
// control sequences (ESC, OSC, BEL, the C1 set) nor characters that turn the text around them (Unicode TR 9).
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace entente {

// How the program's own words stand out.
enum class Style : std::uint8_t { bold, error, warning, note };

// Marks the text with bytes that no valid UTF-8 holds, so that no data can: for_terminal turns the marks into
// the terminal's sequences.
std::string styled(Style style, std::string_view text);

// Everything that goes to people passes here: marks become sequences, a control character, a control of the
// direction and a byte that is no UTF-8 become U+FFFD; line feeds and tabs stay.
std::string for_terminal(std::string_view text);

// The text's longest beginning that is at most so many columns wide.
std::string_view first_columns(std::string_view text, std::size_t width);

}  // namespace entente
