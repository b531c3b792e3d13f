// Columns that are kept as further attributes although they seem to say what entente reads from others: a
// weight, a length, a date, a sign.
#pragma once

#include <string>
#include <vector>

#include "io/ties/tie_builder.hpp"
#include "io/ties/tie_settlement.hpp"

namespace entente::io {

// Warns of each, with what was taken instead and the option that reads it. To be called when the file is
// settled.
void warn_of_unread_columns(const TieBuilder& builder, const TieColumns& columns,
                            const TieSettlement& settled, const TableReader& rows, const Network& network,
                            Diagnostics& diagnostics);

// Where no tie of the file has a sign and the words of its relations or of another column say hostile: a
// warning, and the sentence that every result must carry; "" for none.
std::string warn_of_sign_words(const TieBuilder& builder, const TieColumns& columns, const TableReader& rows,
                               const Network& network, Diagnostics& diagnostics);

// The first further attribute of the ties that looks like dates, by its name or its cells, and one of those;
// the name is "" where there is none.
struct DateColumn {
    std::string name, example;
};
DateColumn column_like_dates(const Network& network);

}  // namespace entente::io
