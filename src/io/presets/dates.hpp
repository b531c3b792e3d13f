// Dates as data sets write them, in entente's form: YYYY, YYYY-MM or YYYY-MM-DD.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "model/date_forms.hpp"

namespace entente::io {

// Ten characters that may be YYYY-MM-DD; whether there is such a day is not looked at.
bool is_iso_date(std::string_view text);

// 20130401, 28 December 2022, 2001-09-09 00:00:00.000 and the like; the text itself where no or more than one
// day may be meant (the checks of a ties file then say what is wrong with it).
std::string canonical_date(std::string_view text, DateOrder order = DateOrder::unknown);

// From the cells of year, month and day; an unknown month or day (empty, negative, 0) makes it less precise.
// "" without a year; no date where one of them is none (month 13).
std::string date_of_parts(std::string_view year, std::string_view month, std::string_view day);

// One day in a span, as a partial date where the span is a month or a year, else [FIRST..LAST] (EDTF).
std::string day_within(std::string_view first, std::string_view last);

// What an exclusive end includes last, of a tie that begins at `start` (see last_before); the text itself
// where it is no date.
std::string last_included(std::string_view end, std::string_view start);

// One entry of a cell of intervals: <[2010-01-01,2012-06-30]>, [2016-02-03, Infinity], 2016-02-03, or with a
// value <[1.0, 2, 1]; [2, 3, 2]>. Infinities are open; a round bracket takes its end's day away.
struct DatedSpan {
    std::string start, end, value;
};
std::vector<DatedSpan> read_spans(std::string_view cell);

}  // namespace entente::io
