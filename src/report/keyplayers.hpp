// The actors on whom a network hinges, as tables, values and sentences.
#pragma once

#include <string>

#include "model/findings/keyplayers.hpp"
#include "model/network.hpp"
#include "report/format/json_value.hpp"
#include "report/format/table.hpp"

namespace entente::report {

// set,id,label,kind: one row a member of each of the best sets.
Table key_players_table(const Network& network, const KeyPlayers& found);

// {…,
// "objective","size","exact","considered","starts","best_count","before":{"fragmentation",
//  "distance_fragmentation","components"},
//  "sets":[{"actors":[id,…],"value","fragmentation","distance_fragmentation","components","reach",
//  "adjacent"}],"remarks","settings"}
Value key_players_value(const Network& network, const KeyPlayers& found, Value settings);

std::string key_players_text(const Network& network, const KeyPlayers& found);

}  // namespace entente::report
