// Entities of FollowTheMoney, as OpenSanctions, Aleph and OCCRP publish them: one JSON object a line.
#pragma once

#include <string>
#include <string_view>

#include "io/formats/raw_network.hpp"

namespace entente::io {

// Entities are actors, their schema is their kind; entities of schemata that stand for a tie (Ownership,
// Payment, Family …) are ties from their first property to their second, their schema is the relation.
// Addresses, documents, identifiers and the like are no actors and are counted.
RawFile read_follow_the_money(std::string_view text, const std::string& file);

}  // namespace entente::io
