// A network's figures against chance.
#pragma once

#include <cstdint>

#include "base/control.hpp"
#include "graph/graph.hpp"
#include "model/findings/null_model.hpp"

namespace entente {

struct NullOptions {
    std::uint32_t replicates = 100;
    std::uint64_t seed = 1;
};

// Transitivity, reciprocity (directed only), degree assortativity and the modularity of the best communities
// (Leiden; best of five runs up to 1,000 actors, one run beyond) of the graph, against as many graphs in
// which every actor keeps its degrees (rewired()): mean, standard deviation, z and p. The same for any number
// of threads. O(replicates × m^1.5). Throws Error(Fault::interrupted).
NullModelComparison compare_with_null(const Graph& graph, const NullOptions& options, const Control& control);

}  // namespace entente
