// The ties of a network that has been read as events.
#pragma once

#include "io/aggregate/cell_table.hpp"
#include "io/aggregate/event_block.hpp"
#include "io/diagnostics.hpp"
#include "io/network_reader.hpp"

namespace entente::io {

// With the counts of the rows that they come from. Weights that cannot be added up are told.
EventBlock events_of(const Reading& reading, const CellOptions& options, Diagnostics& diagnostics);

}  // namespace entente::io
