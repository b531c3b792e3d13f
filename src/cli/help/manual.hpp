// Help, manual page and completions, all made from the tables of commands and options.
#pragma once

#include <string>

#include "cli/options/command.hpp"

namespace entente::cli {

std::string version_text();

// `entente --help`: the commands, one line each.
std::string overview();

// `entente COMMAND --help`, for a terminal of `width` columns (0: 80).
std::string help_of(const Command& command, std::size_t width);

std::string man_page();  // troff, section 1
std::string bash_completion();
std::string zsh_completion();
std::string fish_completion();

}  // namespace entente::cli
