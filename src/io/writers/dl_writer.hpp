// UCINET's DL.
#pragma once

#include "io/writers/writer.hpp"

namespace entente::io {

// One matrix a relation, full where it is small, an edge list else; rows of one pair and relation are summed,
// hostile ties count below zero. Undirected ties stand in both directions.
Written write_dl(const ExportTables& tables, const std::string& path);

}  // namespace entente::io
