#include <cstdint>
#include <cstring>

#include "analysis/centrality/sweeps/lengths/lengths_batch.hpp"
#include "base/instruction_target.hpp"

#ifdef ENTENTE_BEGIN_TARGET_AVX2

#define ENTENTE_VECTOR_BYTES 32
ENTENTE_BEGIN_TARGET_AVX2
#include "analysis/centrality/sweeps/lengths/lengths_lanes.hpp"
ENTENTE_END_TARGET

namespace entente {

LengthsBatchSet lengths_batches_avx2() { return functions_here; }

}  // namespace entente

#else

namespace entente {

LengthsBatchSet lengths_batches_avx2() { return {}; }

}  // namespace entente

#endif
