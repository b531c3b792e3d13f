// Node-link JSON: what NetworkX, d3, graphology, vis.js and many web pages use.
#pragma once

#include <string>
#include <string_view>

#include "io/formats/raw_network.hpp"

namespace entente::io {

// An object with nodes and links (or edges), perhaps within `graph`. Ends of a link are ids of nodes, nodes
// themselves or, where nodes have no id, their numbers from 0 or their names. `directed` of the graph holds
// for links that do not say it; without it they say nothing of their direction.
RawFile read_node_link(std::string_view text, const std::string& file);

}  // namespace entente::io
