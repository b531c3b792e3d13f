// The options that every command has.
#pragma once

#include "cli/options/command.hpp"

namespace entente::cli {

void add_common_options(Options& options, Context& context, Startup& startup);

}  // namespace entente::cli
