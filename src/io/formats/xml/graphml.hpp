// GraphML (Brandes, Eiglsperger, Herman, Himsolt & Marshall 2002), as networkx, igraph, Gephi, SocNetV, yEd
// and yFiles write it.
#pragma once

#include "base/control.hpp"
#include "io/formats/input/byte_source.hpp"
#include "io/formats/raw_network.hpp"

namespace entente::io {

// Actors are nodes, under their own ids; ties are edges, directed as they or their graph say. Keys become
// columns under their attr.name; defaults count. Several graphs are relations of one network, each called as
// its graph; nodes of a graph within a node have that node's id as attribute `group`. yEd's labels are
// labels; positions and styles are left out, hyperedges and ports too. "-" is standard input. Throws
// Error(Fault::file) and Error(Fault::interrupted).
RawFile read_graphml(const Input& input, const Control& control);

}  // namespace entente::io
