// DOT for Graphviz.
#pragma once

#include "io/writers/writer.hpp"

namespace entente::io {

// A digraph if some tie is directed; its other ties have dir=none. Every edge says its own direction as
// `directed`.
Written write_dot(const ExportTables& tables, const std::string& path);

}  // namespace entente::io
