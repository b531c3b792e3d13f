// GEXF 1.3 for Gephi.
#pragma once

#include "io/writers/writer.hpp"

namespace entente::io {

// Nodes and edges with label, weight and kind as GEXF has them, and the whole span of days that a tie may
// hold as its start and end; what its dates say exactly are the attributes start and end. The keywords of the
// file hold what only entente reads.
Written write_gexf(const ExportTables& tables, const std::string& path);

}  // namespace entente::io
