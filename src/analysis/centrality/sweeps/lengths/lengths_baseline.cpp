#include "analysis/centrality/sweeps/lengths/lengths_batch.hpp"

#define ENTENTE_VECTOR_BYTES 16
#include "analysis/centrality/sweeps/lengths/lengths_lanes.hpp"

namespace entente {

LengthsBatchSet lengths_batches_baseline() { return functions_here; }

}  // namespace entente
