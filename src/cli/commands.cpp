#include "cli/commands.hpp"

#include <array>
#include <ostream>

#include "cli/options/common_options.hpp"

namespace entente::cli {

std::span<const Command* const> commands() {
#define ENTENTE_ADDRESS_OF_COMMAND(name) &name##_command,
    static const std::array all{ENTENTE_COMMANDS(ENTENTE_ADDRESS_OF_COMMAND)};
#undef ENTENTE_ADDRESS_OF_COMMAND
    return all;
}

Invocation prepare(const Command& command, Context& context, Startup& startup) {
    Invocation invocation{command, {}, {}, nullptr};
    invocation.action = command.declare(invocation.options);
    add_common_options(invocation.options, context, startup);
    return invocation;
}

Options options_of(const Command& command) {
    std::ostream silent(nullptr);
    Context context{.streams = {silent, silent}};
    Startup startup;
    return prepare(command, context, startup).options;
}

}  // namespace entente::cli
