// Networks as JSON for other programs.
#pragma once

#include "io/writers/writer.hpp"

namespace entente::io {

// NetworkX's keys: directed, multigraph, graph, nodes, links. `directed` is true if some tie says so; every
// link that says its own direction has it as `directed`.
Written write_node_link(const ExportTables& tables, const std::string& path);

// Cytoscape.js: {data, elements: {nodes, edges}}.
Written write_cytoscape(const ExportTables& tables, const std::string& path);

}  // namespace entente::io
