// UCINET's DL files (Borgatti, Everett & Freeman 2002, UCINET's guide to data).
#pragma once

#include <string>
#include <string_view>

#include "io/formats/raw_network.hpp"

namespace entente::io {

// Formats fullmatrix, lowerhalf, upperhalf, edgelist1, edgelist2, nodelist1 and nodelist2, with labels,
// labels embedded, matrix labels (NM > 1: one relation each) and two modes (NR, NC). Full matrices that are
// their own mirror are undirected, edge and node lists of one mode directed; a missing value of an edge is 1.
RawFile read_dl(std::string_view text, const std::string& file);

}  // namespace entente::io
