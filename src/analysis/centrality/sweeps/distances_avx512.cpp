#include <cstdint>
#include <cstring>

#include "analysis/centrality/sweeps/distances_batch.hpp"
#include "base/instruction_target.hpp"

#ifdef ENTENTE_BEGIN_TARGET_AVX512
#include <immintrin.h>
#define ENTENTE_VECTOR_BYTES 64
ENTENTE_BEGIN_TARGET_AVX512
#include "analysis/centrality/sweeps/distances_lanes.hpp"
ENTENTE_END_TARGET

namespace entente {

DistanceBatchFunction distance_batch_avx512() { return run_distance_batch; }

}  // namespace entente

#else

namespace entente {

DistanceBatchFunction distance_batch_avx512() { return nullptr; }

}  // namespace entente

#endif
