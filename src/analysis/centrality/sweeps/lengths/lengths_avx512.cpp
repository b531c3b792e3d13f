#include <cstdint>
#include <cstring>

#include "analysis/centrality/sweeps/lengths/lengths_batch.hpp"
#include "base/instruction_target.hpp"

#ifdef ENTENTE_BEGIN_TARGET_AVX512
#include <immintrin.h>
#define ENTENTE_VECTOR_BYTES 64
ENTENTE_BEGIN_TARGET_AVX512
#include "analysis/centrality/sweeps/lengths/lengths_lanes.hpp"
ENTENTE_END_TARGET

namespace entente {

LengthsBatchSet lengths_batches_avx512() { return functions_here; }

}  // namespace entente

#else

namespace entente {

LengthsBatchSet lengths_batches_avx512() { return {}; }

}  // namespace entente

#endif
