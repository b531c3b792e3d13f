// Which ties an analysis uses: the same options on every command, each command with its own default of
// --ties.
#pragma once

#include "cli/options/command.hpp"
#include "model/selection.hpp"

namespace entente::cli {

struct SelectionOptions {
    std::string ties;
    bool directed = false, undirected = false, reversed = false;
    bool weighted = false, unweighted = false;
    std::string merge = "sum";
    std::optional<std::string> at, from, to;
    bool certain = false, throughout = false;
    std::vector<std::string> relations, kinds;
    bool largest_component = false;
    std::string project = "none";
};

// Without default_ties the command has several: then `ties` stays empty unless given, and the help says
// `defaults`.
void add_selection_options(
    Options& options, SelectionOptions& selection, std::optional<SignFilter> default_ties,
    std::string_view defaults =
        "nonnegative for measures, for communities all where any is hostile, else all");

// Throws Error(Fault::usage) for options that contradict each other and dates that are none.
// `otherwise` is the sign filter where none was given.
TieSelection selection_of(const SelectionOptions& options, SignFilter otherwise = SignFilter::nonnegative);

}  // namespace entente::cli
