// Defaults for options that were not given: --config before the datasets' own.
#pragma once

#include "cli/options/command.hpp"
#include "model/network.hpp"

namespace entente::cli {

// Throws Error with the diagnostics about the file, Fault::usage for values that do not fit.
void apply_config(Context& context);
void apply_dataset_defaults(Context& context, const DatasetInfo& info);

}  // namespace entente::cli
