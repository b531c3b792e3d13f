// GEXF 1.1 to 1.3 (gexf.net), as Gephi and networkx write it.
#pragma once

#include "base/control.hpp"
#include "io/formats/input/byte_source.hpp"
#include "io/formats/raw_network.hpp"

namespace entente::io {

// Actors are nodes, ties edges; the kind of an edge is the relation, attributes become columns under their
// titles. A tie with several spells or several dated weights is one row for each, with its dates; where all
// times are numbers other than years they become the attributes time_start and time_end. Attributes titled
// start and end, which entente writes, are exact and win. Nodes within nodes have the outer one's id as
// attribute `group`; positions, colors and sizes are left out. "-" is standard input. Throws
// Error(Fault::file) and Error(Fault::interrupted).
RawFile read_gexf(const Input& input, const Control& control);

}  // namespace entente::io
