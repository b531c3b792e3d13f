#include <cstddef>

#include "analysis/balance/frustration/low_rank/dense_update.hpp"
#include "base/instruction_target.hpp"

#ifdef ENTENTE_BEGIN_TARGET_AVX2

ENTENTE_BEGIN_TARGET_AVX2
#include "analysis/balance/frustration/low_rank/dense_update_lanes.hpp"
ENTENTE_END_TARGET

namespace entente::balance {

UpdateFunction dense_update_avx2() { return update_four_rows; }

}  // namespace entente::balance

#else

namespace entente::balance {

UpdateFunction dense_update_avx2() { return nullptr; }

}  // namespace entente::balance

#endif
