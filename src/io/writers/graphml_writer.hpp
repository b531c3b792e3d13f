// GraphML for networkx, igraph, Gephi and yEd.
#pragma once

#include "io/writers/writer.hpp"

namespace entente::io {

// The id of a node is that of the actor, and so is its key `name`, which igraph takes for it. Weights are
// strengths, signs a key of their own. In a network of directed and undirected ties the undirected ones say
// directed="0". The graph's key `entente` holds what only entente reads.
Written write_graphml(const ExportTables& tables, const std::string& path);

}  // namespace entente::io
