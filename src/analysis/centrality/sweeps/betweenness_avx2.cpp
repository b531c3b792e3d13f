#include <cstdint>
#include <cstring>

#include "analysis/centrality/sweeps/betweenness_batch.hpp"
#include "base/instruction_target.hpp"

#ifdef ENTENTE_BEGIN_TARGET_AVX2

#define ENTENTE_VECTOR_BYTES 32
ENTENTE_BEGIN_TARGET_AVX2
#include "analysis/centrality/sweeps/betweenness_lanes.hpp"
ENTENTE_END_TARGET

namespace entente {

BetweennessBatchFunctions betweenness_batches_avx2() { return functions_here; }

}  // namespace entente

#else

namespace entente {

BetweennessBatchFunctions betweenness_batches_avx2() { return {}; }

}  // namespace entente

#endif
