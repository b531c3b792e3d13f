// What is odd about the ties of a network, or about what could be read of them.
#pragma once

#include <cstdint>
#include <set>
#include <vector>

#include "base/control.hpp"
#include "io/diagnostics.hpp"
#include "model/network.hpp"

namespace entente::io {

// Warns of rows that repeat an earlier one; `hashes` are those of the rows' text, and of files `by_preset` of
// the ties that a preset gives, whose rows may differ in what is not read.
void check_repeats(const Network& network, const std::vector<std::uint32_t>& hashes,
                   const std::set<std::uint32_t>& by_preset, const Control& control,
                   Diagnostics& diagnostics);

// Notes rows of weight 0, which are no ties where strengths count.
void check_weightless(const Network& network, Diagnostics& diagnostics);

// Warns of pairs that are allied and hostile at the same time.
void check_signs(const Network& network, const Control& control, Diagnostics& diagnostics);

}  // namespace entente::io
