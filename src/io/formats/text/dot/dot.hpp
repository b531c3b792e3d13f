// DOT, the language of Graphviz (Gansner, Koutsofios & North, The dot language).
#pragma once

#include <span>
#include <string>
#include <string_view>

#include "io/formats/raw_network.hpp"

namespace entente::io {

// Graphs and digraphs with subgraphs, edge chains, defaults, ports, quoted, joined and HTML ids. The cluster
// of a node becomes its attribute `cluster`, the label of an edge its note; positions, colors and styles are
// left out. A strict graph has one tie a pair. Every graph of a file is a network.
RawFile read_dot(std::string_view text, const std::string& file);

// Graphviz' attributes for looks and layout, which no attribute of an actor or a tie may be called.
std::span<const std::string_view> dot_looks();

}  // namespace entente::io
