// A table given as one that it is not.
#pragma once

#include <optional>
#include <string>

#include "io/csv/row_reader.hpp"

namespace entente::io {

// What a file without any column for the ends of a tie seems to be (actors, sources, relations, a matrix, a
// file without header), and what to do; nothing when it may be a ties file whose columns are called
// otherwise.
std::optional<std::string> not_a_ties_file(const RowReader& rows);

// The same for a file without a column for the id of an actor.
std::optional<std::string> not_an_actors_file(const RowReader& rows);

}  // namespace entente::io
