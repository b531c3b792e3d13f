// How cells are to be read that more than one way of writing has: the options --decimal, --dates, --missing
// and
// --sign.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "io/table_reader.hpp"
#include "model/date_forms.hpp"
#include "model/network.hpp"

namespace entente::io {

struct CellRules {
    char decimal = 0;  // ',' or '.', the other one may then stand between thousands; 0: only plain numbers
    DateOrder dates = DateOrder::unknown;
    std::vector<std::string> missing = {};  // cells that mean nothing was written, in lower case
    std::optional<Sign> sign = {};          // of ties for which neither row nor relation nor weight says one
};

// A number with that decimal mark; the other one, spaces and apostrophes may stand between groups of three
// digits before it. Without a mark as entente::parse_number.
std::optional<double> parse_decimal(std::string_view text, char decimal);

// Empties the cells that mean nothing was written, compared without case.
void blank_missing(RowBatch& batch, const std::vector<std::string>& missing);

// Whether programs write the word where a value is missing: NA, nan, null, -9, …
bool means_missing(std::string_view cell);

}  // namespace entente::io
