// The command line into the targets of a command's options.
#pragma once

#include "cli/options/command.hpp"

namespace entente::cli {

// Assigns every option among the invocation's words and marks it given; of an option given twice the last
// value counts, lists grow. Throws Error(Fault::usage) for unknown options, values that do not fit, and,
// unless --help or --version is among them, missing words.
void parse(Invocation& invocation, const Startup& startup);

}  // namespace entente::cli
