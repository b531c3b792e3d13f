// The command line into the targets of a command's options.
#pragma once

#include <string>
#include <vector>

#include "cli/options/command.hpp"

namespace entente::cli {

// Assigns every option on the command line (the words after the command) and marks it given; of an option
// given twice the last value counts, lists grow. Throws Error(Fault::usage) for unknown options, values that
// do not fit, and, unless --help or
// --version is among them, missing words.
void parse(Invocation& invocation, const Context& context, const std::vector<std::string>& words);

}  // namespace entente::cli
