// Every command, each in its own file of commands/.
#pragma once

#include "cli/options/command.hpp"

namespace entente::cli {

extern const Command aggregate_command;
extern const Command analyze_command;
extern const Command balance_command;
extern const Command brokerage_command;
extern const Command centrality_command;
extern const Command check_command;
extern const Command combine_command;
extern const Command communities_command;
extern const Command convert_command;
extern const Command diff_command;
extern const Command draw_command;
extern const Command ego_command;
extern const Command explain_command;
extern const Command keyplayers_command;
extern const Command list_command;
extern const Command manual_command;
extern const Command path_command;
extern const Command robustness_command;
extern const Command summary_command;
extern const Command timeline_command;

}  // namespace entente::cli
