// The periods into which time is cut.
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "model/date.hpp"
#include "model/network.hpp"

namespace entente {

enum class PeriodUnit { year, quarter, month };

// The calendar periods that have a day from `first` to `last`, in order. Throws Error(Fault::usage) for more
// than 100,000 of them.
std::vector<DayInterval> calendar_periods(PeriodUnit unit, Day first, Day last);

// Slices that look back: each ends with a period and begins `window` − 1 periods before (or with the first),
// of every `step`-th period. window and step are at least 1.
std::vector<DayInterval> windows_over(const std::vector<DayInterval>& periods, std::size_t window,
                                      std::size_t step);

// From the first to the last day that the dates of the rows name; nothing where no row has a date.
std::optional<DayInterval> span_of(const Network& network, const std::vector<TieId>& rows);

}  // namespace entente
