// Dates as precise as a source gives them: 1904, 1904-04 or 1904-04-08, each the interval of days it may
// mean.
#pragma once

#include <cstdint>
#include <limits>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace entente {

using Day = std::int32_t;  // days since 1970-01-01 in the proleptic Gregorian calendar
inline constexpr Day beginning_of_time = std::numeric_limits<Day>::min();
inline constexpr Day end_of_time = std::numeric_limits<Day>::max();

// Both ends inclusive.
struct DayInterval {
    Day earliest = beginning_of_time;
    Day latest = end_of_time;
    bool operator==(const DayInterval&) const = default;
};

// When a tie holds: from a day within `start` to a day within `end`. An unknown start reaches back for ever,
// an unknown end goes on for ever.
struct Period {
    DayInterval start{beginning_of_time, beginning_of_time};
    DayInterval end{end_of_time, end_of_time};
    bool operator==(const Period&) const = default;
};

// YYYY, YYYY-MM or YYYY-MM-DD (parts of 00 are unknown parts); nothing for anything else and for days that do
// not exist.
std::optional<DayInterval> parse_date(std::string_view text);

// What somebody may mean by a date that is written otherwise, in the form that parse_date reads:
// {"1914-08-01"} for 01.08.1914 or 1914/8/1, {"1914-08-01", "1914-01-08"} for 1/8/1914 (day first, month
// first), {"1914-08"} for August 1914. Empty where there is no guess.
std::vector<std::string> date_guesses(std::string_view text);

// As precise as the interval is: "1904", "1904-04", "1904-04-08", or "1904-04-08/1904-05-02" for other
// intervals; "" for an unknown end of time.
std::string to_string(const DayInterval& date);

// Whether the tie has neither a start nor an end.
bool undated(const Period& period);

// Whether the tie may hold on some day of `window`: some choice of its start and end overlaps it.
bool may_hold(const Period& period, const DayInterval& window);

// Whether the tie surely holds on some day of `window`, whichever days its dates mean. Beside a start an
// empty end goes on for ever; beside an end an empty start is any day up to it. A tie without dates never
// does.
bool surely_holds(const Period& period, const DayInterval& window);

// Whether the tie surely holds on every day of `window`, read in the same way.
bool holds_throughout(const Period& period, const DayInterval& window);

}  // namespace entente
