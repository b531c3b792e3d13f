// Which ties an analysis uses: the same options on every command, each command with its own default of
// --ties.
#pragma once

#include "cli/options/command.hpp"
#include "model/selection.hpp"
#include "report/format/selection_rows.hpp"

namespace entente::cli {

using SelectionOptions = report::SelectionWords;

// Without default_ties the command has several: then `ties` stays empty unless given, and the help says
// `defaults`.
void add_selection_options(Options& options, SelectionOptions& selection,
                           std::optional<SignFilter> default_ties, std::string_view defaults);

// Throws Error(Fault::usage) for options that contradict each other and dates that are none.
// `otherwise` is the sign filter where none was given.
TieSelection selection_of(const SelectionOptions& options, SignFilter otherwise = SignFilter::nonnegative);

}  // namespace entente::cli
