// Words into the targets of options, with messages that quote the word and say what would be right.
#pragma once

#include <map>
#include <string>

#include "cli/options/command.hpp"

namespace entente::cli {

// Throws Error(Fault::usage) when the word is not what the option takes.
void assign(const Option& option, const std::string& word);

// Fills the options that were not given from `defaults` (long names without dashes), as --config and
// entente.toml hold them, and counts them as given, so that further defaults leave them alone. Options common
// to all commands are not a dataset's affair. A name that another command has is left alone; one that no
// command has, or a bad value, throws Error(Fault::usage) naming `file`.
void apply_defaults(Options& options, const std::map<std::string, std::string>& defaults,
                    const std::string& file);

// "unknown option '--mesure' …" with the nearest name.
std::string unknown_option(const Options& options, const std::string& word);

}  // namespace entente::cli
