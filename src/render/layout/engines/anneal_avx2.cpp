#include <cstring>

#include "base/instruction_target.hpp"
#include "render/layout/engines/anneal_lanes.hpp"

#ifdef ENTENTE_BEGIN_TARGET_AVX2

#define ENTENTE_LANES_OF_AVX2
ENTENTE_BEGIN_TARGET_AVX2
#include "render/layout/engines/anneal_kernels.hpp"
ENTENTE_END_TARGET

namespace entente::render {

LaneFunctions lane_functions_avx2() { return functions_here; }

}  // namespace entente::render

#else

namespace entente::render {

LaneFunctions lane_functions_avx2() { return {}; }

}  // namespace entente::render

#endif
