// Workbooks of Excel and other spreadsheet programs (.xlsx), among them those of Kumu and NodeXL.
#pragma once

#include "base/control.hpp"
#include "io/formats/input/byte_source.hpp"
#include "io/formats/raw_network.hpp"

namespace entente::io {

// The sheet called ties, edges, connections, relationships or links, or the one whose header names both ends
// of a tie, holds the ties; one called actors, nodes, vertices, elements or people the actors; relations and
// sources are called so. Hidden sheets, those marked "(ignore)" and all others are left out, named once.
// Several sheets of ties are several networks, called as the sheets. Cells are what they show: days as ISO
// dates, the values of formulas. "-" is standard input. Throws Error(Fault::file) and
// Error(Fault::interrupted).
RawFile read_xlsx(const Input& input, const Control& control);

}  // namespace entente::io
