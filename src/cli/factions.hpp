// The two factions of a signed network, for figures and groups that show them.
#pragma once

#include "cli/options/command.hpp"
#include "cli/view.hpp"
#include "model/findings/balance.hpp"

namespace entente::cli {

// The balance without its comparison with chance. Throws Error(Fault::usage) when the ties have no signs.
Balance factions_of(Context& context, const View& view);

}  // namespace entente::cli
