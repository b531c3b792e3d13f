#include "cli/commands.hpp"

#include <array>
#include <ostream>

#include "cli/options/common_options.hpp"

namespace entente::cli {

std::span<const Command* const> commands() {
    static const std::array all{
        &analyze_command, &check_command,     &summary_command,    &centrality_command, &communities_command,
        &balance_command, &brokerage_command, &keyplayers_command, &robustness_command, &path_command,
        &ego_command,     &explain_command,   &diff_command,       &timeline_command,   &draw_command,
        &convert_command, &aggregate_command, &combine_command,    &list_command,       &manual_command};
    return all;
}

Invocation prepare(const Command& command, Context& context) {
    Invocation invocation{command, {}, nullptr};
    invocation.action = command.declare(invocation.options);
    add_common_options(invocation.options, context);
    return invocation;
}

Options options_of(const Command& command) {
    std::ostream silent(nullptr);
    Context context{.streams = {silent, silent}};
    return prepare(command, context).options;
}

}  // namespace entente::cli
