#include "analysis/centrality/sweeps/betweenness_lengths_batch.hpp"

#define ENTENTE_VECTOR_BYTES 16
#include "analysis/centrality/sweeps/betweenness_lengths_lanes.hpp"

namespace entente {

LengthsBatchSet lengths_batches_baseline() { return functions_here; }

}  // namespace entente
