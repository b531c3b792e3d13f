// An adjacency matrix in a table.
#pragma once

#include <string>
#include <string_view>

#include "io/formats/raw_network.hpp"

namespace entente::io {

// Numbers with the names of the actors in the first row and column, in one of them, or in neither (then they
// are numbered from 1). A matrix equal to its mirror is undirected; names of rows that are none of columns
// make it two-mode. `delimiter` 0: taken from the first line.
RawFile read_matrix(std::string_view text, const std::string& file, char delimiter = 0);

// Whether header row and first column carry the same names, as far as the text goes.
bool looks_like_matrix(std::string_view text);

}  // namespace entente::io
