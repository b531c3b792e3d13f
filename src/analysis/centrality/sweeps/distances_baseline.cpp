#include "analysis/centrality/sweeps/distances_batch.hpp"

#define ENTENTE_VECTOR_BYTES 16
#include "analysis/centrality/sweeps/distances_lanes.hpp"

namespace entente {

DistanceBatchFunction distance_batch_baseline() { return run_distance_batch; }

}  // namespace entente
