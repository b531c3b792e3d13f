// What is odd about a network, or about what could be read of it.
#pragma once

#include <cstdint>
#include <vector>

#include "base/control.hpp"
#include "io/diagnostics.hpp"
#include "model/network.hpp"

namespace entente::io {

// Warns of rows that repeat an earlier one; `hashes` are those of the rows' text.
void check_repeats(const Network& network, const std::vector<std::uint32_t>& hashes, const Control& control,
                   Diagnostics& diagnostics);

// Warns of pairs that are allied and hostile at the same time.
void check_signs(const Network& network, const Control& control, Diagnostics& diagnostics);

// Warns of ids that differ only in case or in spaces (probably one actor, counted as two), and of ids that
// only ties mention and that look like lists.
void check_similar_ids(const Network& network, const std::vector<RowPlace>& places, const Control& control,
                       Diagnostics& diagnostics);

// Warns of actors (those that files gave, at `places`) that no tie mentions.
void check_isolates(const Network& network, const std::vector<RowPlace>& places, Diagnostics& diagnostics);

}  // namespace entente::io
