// Dates as data write them: those of parse_date, the further notations of EDTF (the Extended Date/Time Format
// of ISO 8601-2, levels 0 and 1) that are intervals of days, the forms that programs leave behind, and with
// an order of day, month and year the usual ones.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "model/date.hpp"

namespace entente {

// In which order 3/1/2014 names day and month; without one such dates are not read.
enum class DateOrder { unknown, dmy, mdy, ymd };

// What a reader of the cell gave up or took for granted.
enum class DateForm {
    plain,        // YYYY, YYYY-MM, YYYY-MM-DD
    decimal,      // 1999.0, as columns of numbers with gaps are written
    date_time,    // 2001-09-09T00:00:00Z: the day, without its time
    uncertain,    // 1984?, 1984~, 1984%, c. 1984: the date without the mark
    unspecified,  // 198X, 1990s, 1984-XX: all days that it may mean
    within,       // [2001-10-01..2001-10-31]: one day within the span
    ordered       // 3/1/2014 in the order that was named
};

struct DateReading {
    DayInterval date;
    DateForm form = DateForm::plain;
};

// Nothing for what is no date, or one only in an order that was not named.
std::optional<DateReading> read_date(std::string_view text, DateOrder order = DateOrder::unknown);

// Whether the cell says that the tie goes on: present, ongoing, today, open, "..".
bool means_ongoing(std::string_view text);

// A span in one cell, as EDTF writes it: 1914/1918, ../1918, 1914/.. (also 1914–1918); nothing for anything
// else.
std::optional<Period> read_span(std::string_view text, DateOrder order = DateOrder::unknown);

// The day that a spreadsheet means by a count of days since 1899-12-30, as parse_date reads it; nothing for
// what is no number between 10000 (1927) and 60000 (2064).
std::optional<std::string> spreadsheet_day(std::string_view text);

}  // namespace entente
