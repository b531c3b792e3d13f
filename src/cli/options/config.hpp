// Defaults for options that were not given: --config before the datasets' own.
#pragma once

#include "cli/options/command.hpp"

namespace entente::cli {

// Fills the options, before anything else is read: every name is known before any work. Throws Error with the
// diagnostics about the file of --config, Fault::usage for values that do not fit.
void apply_config(Context& context, const Startup& startup, Options& options);

}  // namespace entente::cli
