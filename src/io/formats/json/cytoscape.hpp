// Cytoscape.js JSON, which Cytoscape also exports (.cyjs).
#pragma once

#include <string>
#include <string_view>

#include "io/formats/raw_network.hpp"

namespace entente::io {

// `elements` as {nodes, edges} or as a list, or the list alone, each with its `data`. The parent of a
// compound node becomes the attribute `group`; positions, classes and styles are left out.
RawFile read_cytoscape(std::string_view text, const std::string& file);

}  // namespace entente::io
