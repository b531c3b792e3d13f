// The factions and blocs of a signed network, for figures and groups that show them.
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

// How a figure divides the actors of a signed network, opponents apart.
struct Camps {
    std::vector<std::uint8_t> of_actor;  // by index(ActorId): 1 … count, 0 for none
    std::uint32_t count = 0;             // 2: the factions; more: blocs
    std::size_t contradictions = 0;      // ties (pairs) that contradict the division
    std::vector<TieId> against;          // their rows, in order
};

// The two factions where ties are hostile and at most a sixth of the signed ties contradicts them. Where more
// do, or where blocs leave at most a quarter of more than a twentieth, the blocs of weak balance with two and
// more actors, if there are three to eight of them, they hold two thirds of the actors with signed ties and
// at most a sixth of the ties contradicts them. Nothing above 300 actors.
std::optional<Camps> clear_camps(const Balance& balance, std::size_t actors);

// The same from the network, bounded by counted work, whatever the network; nothing where the selection
// leaves ties of a sign out.
std::optional<Camps> camps_of(const Network& network, const TieSelection& selection, std::uint64_t seed,
                              const Control& control);

// Of these actors.
std::vector<std::uint8_t> camps_of_actors(const Camps& camps, const std::vector<ActorId>& actors);

// The faction of each actor, in the order of `actors`: 1 or 2, 0 where no signed tie of it counts.
std::vector<std::uint8_t> factions_of(const Balance& balance, const std::vector<ActorId>& actors);

// The rows, in order, of the ties that contradict the factions.
std::vector<TieId> frustrated_rows(const Balance& balance);

}  // namespace entente::study
