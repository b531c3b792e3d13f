// The two factions of a signed network, for figures and groups that show them.
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "base/control.hpp"
#include "model/findings/balance.hpp"
#include "model/network.hpp"
#include "model/selection.hpp"

namespace entente::study {

// The balance without its comparison with chance. Throws Error(Fault::usage) when the ties have no signs.
Balance quick_balance(const Network& network, const TieSelection& selection, std::uint64_t seed,
                      const Control& control);

// The two camps by which a figure puts opponents on two sides: where ties are hostile and at most a sixth of
// the signed ties contradicts them. Bounded by counted work, whatever the network; nothing above 300 actors,
// and where the selection leaves ties of a sign out.
std::optional<Balance> camps_of(const Network& network, const TieSelection& selection, std::uint64_t seed,
                                const Control& control);

// Whether the camps of a balance are clear enough for that.
bool clear_camps(const Balance& balance);

// The faction of each actor, in the order of `actors`: 1 or 2, 0 where no signed tie of it counts.
std::vector<std::uint8_t> factions_of(const Balance& balance, const std::vector<ActorId>& actors);

// The rows, in order, of the ties that contradict the factions.
std::vector<TieId> frustrated_rows(const Balance& balance);

}  // namespace entente::study
