// Data sets of Stata (.dta), versions 113 (Stata 8) to 119 (Stata 18), as COW, ATOP and UCDP give them out.
#pragma once

#include "base/control.hpp"
#include "io/formats/input/byte_source.hpp"
#include "io/formats/raw_network.hpp"

namespace entente::io {

// The observations are the rows of the table of ties, the variables its columns; the place of a cell is the
// number of its observation and of its variable. Labeled values are their labels, missing values (. and .a to
// .z) empty cells, %td, %tc, %tm and %ty dates. Texts that are not UTF-8 are taken for Windows-1252. "-" is
// standard input. Throws Error(Fault::file) and Error(Fault::interrupted).
RawFile read_dta(const Input& input, const Control& control);

}  // namespace entente::io
