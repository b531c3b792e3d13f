// What Stata's values mean as text.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace entente::io {

enum class StataTime { none, milliseconds, day, week, month, quarter, half, year };

// Of a display format such as "%tdD_m_CY" or the older "%d".
StataTime stata_time(std::string_view format);

// The date of a count since the beginning of 1960, as precise as the count (%ty: the year itself); nothing
// for weeks, quarters and halves, which are no dates here, and beyond the years 1 to 9999.
std::optional<std::string> stata_date(double count, StataTime time);

// The text if it is UTF-8, else read as Windows-1252.
std::string as_utf8(std::string_view bytes);

}  // namespace entente::io
