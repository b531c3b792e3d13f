// GML, the Graph Modelling Language (Himsolt 1996): what Gephi, igraph, NetworkX, yEd and many published
// networks use.
#pragma once

#include <string>
#include <string_view>

#include "io/formats/raw_network.hpp"

namespace entente::io {

// `graph [ node [ id 0 label "a" ] edge [ source 0 target 1 ] ]`, with anything before it, comments (#),
// &#N; and the named entities of HTML's Latin letters that programs write. The id of an actor is its `name`
// if every node has one of its own (igraph, entente), else the number `id`; label and title are labels.
// Records within a node or an edge become columns "outer.inner"; graphics are left out.
RawFile read_gml(std::string_view text, const std::string& file);

}  // namespace entente::io
