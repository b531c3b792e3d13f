// What is said of ties files in the same words wherever they are read.
#pragma once

#include <optional>
#include <set>
#include <string>
#include <string_view>

#include "io/diagnostics.hpp"
#include "io/table_reader.hpp"
#include "io/ties/tie_columns.hpp"

namespace entente::io {

// `end` is "source" or "target".
std::string empty_end_message(std::string_view end);
// `meant`: the id that is probably meant.
std::string unknown_actor_message(std::string_view id, const std::optional<std::string>& meant);

void note_type_is_direction(const TableReader& rows, const TieColumns::Type& type, Diagnostics& diagnostics);
void note_point_date(const TableReader& rows, const TieColumns::Other& column, Diagnostics& diagnostics);
// `negative`: the first few different weights below 0. Codes for missing values are warned of.
void tell_signs_of_weights(const TableReader& rows, std::size_t weight, const std::set<double>& negative,
                           Diagnostics& diagnostics);

}  // namespace entente::io
