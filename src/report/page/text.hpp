// Text for a page: escaped, numbers rounded for reading.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace entente::report {

// Fit for HTML text and for attribute values in double quotes. Control characters, which HTML forbids, become
// U+FFFD.
std::string escaped(std::string_view text);

// A name in its own direction: what it holds cannot turn the text around it.
std::string isolated(std::string_view name);

// At most four significant digits, all digits of an integer: "0.1235", "1,204", "3.2e-09"; "" for nan.
std::string rounded(double value);

// "1 tie", "1,204 ties".
std::string counted(std::uint64_t count, std::string_view one, std::string_view many);

// The address if it is http or https, else "": no other scheme becomes a link.
std::string_view web_address(std::string_view url);

// The file's name as it may stand in an output: an absolute path is cut down to its last part.
std::string_view file_shown(std::string_view file);

// The start of a <section> with that id and heading; "</section>" ends it.
std::string section_start(std::string_view id, std::string_view title);

}  // namespace entente::report
