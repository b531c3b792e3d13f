// The periods into which time is cut.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "model/date.hpp"
#include "model/network.hpp"
#include "model/selection.hpp"

namespace entente {

enum class PeriodUnit { year, quarter, month };

// How time is asked to be cut: into calendar periods, or into the dates themselves.
struct SlicePlan {
    std::optional<PeriodUnit> unit = PeriodUnit::year;
    std::vector<DayInterval> dates = {};  // without a unit, in any order
    std::size_t window = 1, step = 1;     // see windows_over
    std::string name = "year";            // what was asked for, in a word: "1872,1890-05"
};

// The slices of the plan, in order of time. Calendar periods go from the first to the last day that the dates
// of the selection's rows name, of any sign, or as far as its window says. Throws Error(Fault::usage) where
// nothing has a date, and as calendar_periods and select_rows do.
std::vector<DayInterval> planned_slices(const SlicePlan& plan, const Network& network, TieSelection ties);

// What a slice is called, as short as it is exact: "1904", "1904-04", "1904–1908", "1904-04–1904-06".
std::string slice_label(const DayInterval& window);

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
