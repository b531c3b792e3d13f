// The last stage of reading ties: what can be known only at the end of a file. The meaning of a column called
// type, what relations say of ties whose relation it is, signs that weights give, dates of a column that is
// neither start nor end.
#pragma once

#include <string>

#include "io/ties/references.hpp"
#include "io/ties/tie_builder.hpp"

namespace entente::io {

struct TieSettlement {
    bool type_is_direction = false;
    std::string point_date;  // the header of the column that is start and end; "" for none
    bool any_sign = false;   // some row of the file has one
};

// What the file is read with.
struct TieFile {
    const TableReader& rows;
    const TieColumns& columns;
    const CellRules& rules;
};

// Settles the rows that the builder appended and closes it.
TieSettlement settle_ties(TieBuilder& builder, const TieFile& file, Network& network, References& references,
                          Diagnostics& diagnostics);

}  // namespace entente::io
