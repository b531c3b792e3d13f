// What is odd about the actors of a network: one in two spellings, several in one cell, none at all.
#pragma once

#include <set>
#include <vector>

#include "base/control.hpp"
#include "io/diagnostics.hpp"
#include "model/network.hpp"

namespace entente::io {

// `places` are those of the actors that files gave; the others were only mentioned by ties.
using ActorPlaces = std::vector<RowPlace>;

// Warns of ids that look the same and are not: probably one actor, counted as two.
void check_similar_ids(const Network& network, const ActorPlaces& places, const Control& control,
                       Diagnostics& diagnostics);

// Warns of ids that only ties mention and that look like lists: their parts are ids, or the separator
// repeats.
void check_lists(const Network& network, const ActorPlaces& places, Diagnostics& diagnostics);

// Warns of ids that only ties mention and of kinds and attributes that are what programs write where a value
// is missing. The actors of the files in `from_ties` were gathered from rows of ties, as presets do.
void check_missing(const Network& network, const ActorPlaces& places,
                   const std::set<std::uint32_t>& from_ties, Diagnostics& diagnostics);

// Warns of actors that files gave and no tie mentions.
void check_isolates(const Network& network, const ActorPlaces& places, Diagnostics& diagnostics);

// Warns of texts that a spreadsheet runs as formulas, and of texts that were decoded with another encoding
// than theirs ("caf√©").
void check_texts(const Network& network, const ActorPlaces& places, const Control& control,
                 Diagnostics& diagnostics);

}  // namespace entente::io
