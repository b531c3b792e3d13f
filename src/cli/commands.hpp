// Every command, each in its own file of commands/.
#pragma once

#include "cli/options/command.hpp"

// The one list of commands, in the order of the help; `X` is done for the name of each.
// clang-format off
#define ENTENTE_COMMANDS(X)                                                                            \
    X(analyze) X(check) X(summary) X(centrality) X(communities) X(balance) X(brokerage) X(keyplayers)  \
    X(robustness) X(path) X(ego) X(explain) X(diff) X(timeline) X(draw) X(convert) X(aggregate)        \
    X(combine) X(list) X(manual)
// clang-format on

namespace entente::cli {

#define ENTENTE_DECLARE_COMMAND(name) extern const Command name##_command;
ENTENTE_COMMANDS(ENTENTE_DECLARE_COMMAND)
#undef ENTENTE_DECLARE_COMMAND

}  // namespace entente::cli
