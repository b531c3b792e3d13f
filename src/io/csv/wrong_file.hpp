// Files given as ones that they are not: no text table at all, or a table of something else.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "io/table_reader.hpp"

namespace entente::io {

// What the file is and how it becomes CSV, for a file that begins as workbooks, archives, GraphML, JSON and
// the like do; nothing for what may be CSV. `start` is as much of it as was read at once.
std::optional<std::string> foreign_format(std::string_view start);

// What a file without any column for the ends of a tie seems to be (actors, sources, relations, a matrix, a
// file without header), and what to do; nothing when it may be a ties file whose columns are called
// otherwise.
std::optional<std::string> not_a_ties_file(const TableReader& rows);

// The same for a file without a column for the id of an actor.
std::optional<std::string> not_an_actors_file(const TableReader& rows);

}  // namespace entente::io
