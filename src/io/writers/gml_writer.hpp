// GML that Gephi, igraph, NetworkX and yEd read.
#pragma once

#include "io/writers/writer.hpp"

namespace entente::io {

// ASCII: other characters as &#N;. Nodes are numbered from 0; their `label` (NetworkX) and `name` (igraph)
// are the id, their `title` the label. Every edge says its own direction as `directed`.
Written write_gml(const ExportTables& tables, const std::string& path);

}  // namespace entente::io
