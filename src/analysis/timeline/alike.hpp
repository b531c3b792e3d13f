// Slices of time in which the network is the same.
#pragma once

#include <cstddef>
#include <vector>

#include "analysis/timeline/slices.hpp"

namespace entente {

// For each window the first that has the same network as it: actors, and ties of either sign but for the rows
// that say them.
std::vector<std::size_t> first_alike(const TimeData& data, const std::vector<DayInterval>& windows);

}  // namespace entente
