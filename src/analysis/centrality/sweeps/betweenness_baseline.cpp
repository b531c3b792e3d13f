#include "analysis/centrality/sweeps/betweenness_batch.hpp"

#define ENTENTE_VECTOR_BYTES 16
#include "analysis/centrality/sweeps/betweenness_lanes.hpp"

namespace entente {

BetweennessBatchFunctions betweenness_batches_baseline() { return functions_here; }

}  // namespace entente
