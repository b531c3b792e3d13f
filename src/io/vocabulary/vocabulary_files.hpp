// relations.csv (what ties of a relation are unless their row says otherwise) and sources.csv (what a
// citation refers to).
#pragma once

#include "io/diagnostics.hpp"
#include "io/table_reader.hpp"
#include "model/network.hpp"

namespace entente::io {

// A relation or source that an earlier file defines too stays as it was there, with a warning if they differ;
// within a file it is an error.
void read_relations(TableReader& table, Network& network, Diagnostics& diagnostics);
void read_sources(TableReader& table, Network& network, Diagnostics& diagnostics);

}  // namespace entente::io
