// Networks as plain lists, most without a header.
#pragma once

#include <string>
#include <string_view>

#include "io/formats/raw_network.hpp"

namespace entente::io {

// One tie a line: its two ends, perhaps its weight, further columns. Lines that begin with # or % are
// comments.
RawFile read_edge_list(std::string_view text, const std::string& file, char delimiter = 0);

// One actor a line, followed by those it is tied to; an actor alone on its line has no ties of its own.
RawFile read_adjacency_list(std::string_view text, const std::string& file, char delimiter = 0);

// A ties file with a header whose cells are divided by blanks; quotes hold blanks together.
RawFile read_spaced_table(std::string_view text, const std::string& file);

// Cytoscape's SIF: an actor, a relation, one or more actors; or an actor alone. Tabs divide where there are
// any, else blanks.
RawFile read_sif(std::string_view text, const std::string& file);

}  // namespace entente::io
