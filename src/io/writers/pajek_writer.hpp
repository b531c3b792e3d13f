// Pajek's networks and projects.
#pragma once

#include "io/writers/writer.hpp"

namespace entente::io {

// Vertices are labeled by their ids, with label and kind as parameters; arcs and edges by relation, with the
// strength as line value, negative for hostile ties, and years as times. A project (.paj) has the kinds as a
// partition too.
Written write_pajek(const ExportTables& tables, const std::string& path);

}  // namespace entente::io
