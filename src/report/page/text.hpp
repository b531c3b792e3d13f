// Text for a page: names, addresses, sections.
#pragma once

#include <string>
#include <string_view>

#include "base/prose.hpp"

namespace entente::report {

// A name in its own direction: what it holds cannot turn the text around it.
std::string isolated(std::string_view name);

// The address if it is http or https, else "": no other scheme becomes a link.
std::string_view web_address(std::string_view url);

// The file's name as it may stand in an output: an absolute path is cut down to its last part.
std::string_view file_shown(std::string_view file);

// The start of a <section> with that id and heading; "</section>" ends it.
std::string section_start(std::string_view id, std::string_view title);

}  // namespace entente::report
