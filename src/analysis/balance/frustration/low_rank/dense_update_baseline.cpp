#include <cstddef>

#include "analysis/balance/frustration/low_rank/dense_update.hpp"
#include "analysis/balance/frustration/low_rank/dense_update_lanes.hpp"

namespace entente::balance {

UpdateFunction dense_update_baseline() { return update_four_rows; }

}  // namespace entente::balance
