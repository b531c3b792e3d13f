// The rows of a selection for copies of the data, which no analysis uses.
#pragma once

#include <vector>

#include "model/selection.hpp"

namespace entente {

// As select_rows, but with the rows of an actor with itself and, in weighted data too, those of weight 0.
// Throws as it does.
std::vector<TieId> select_all_rows(const Network& network, const TieSelection& selection);

}  // namespace entente
