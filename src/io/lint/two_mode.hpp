// Two-mode data, seen by their shape: said, and the actors' kinds taken from the names of the two columns.
#pragma once

#include "io/diagnostics.hpp"
#include "model/ledger.hpp"
#include "model/network.hpp"

namespace entente::io {

// Where the ties have two modes (two_mode in model/two_mode.hpp) and no actor has a kind: the kinds that the
// headers of the two columns name (member, organization), unless they are words for any ends (from, to).
void name_modes(Network& network, const Ledger& ledger);

// Notes that no source is a target, and what follows.
void check_modes(const Network& network, Diagnostics& diagnostics);

}  // namespace entente::io
