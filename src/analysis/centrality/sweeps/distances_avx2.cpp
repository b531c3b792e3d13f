#include <cstdint>
#include <cstring>

#include "analysis/centrality/sweeps/distances_batch.hpp"
#include "base/instruction_target.hpp"

#ifdef ENTENTE_BEGIN_TARGET_AVX2

#define ENTENTE_VECTOR_BYTES 32
ENTENTE_BEGIN_TARGET_AVX2
#include "analysis/centrality/sweeps/distances_lanes.hpp"
ENTENTE_END_TARGET

namespace entente {

DistanceBatchFunction distance_batch_avx2() { return run_distance_batch; }

}  // namespace entente

#else

namespace entente {

DistanceBatchFunction distance_batch_avx2() { return nullptr; }

}  // namespace entente

#endif
