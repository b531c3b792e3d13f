// Years, quarters, months and weeks that events fall in.
#pragma once

#include <cstdint>
#include <string>
#include <tuple>

#include "model/date.hpp"

namespace entente::io {

// From the finest: a period of one kind lies in one of the next, but for weeks, which may lie in two months.
enum class PeriodKind : std::uint8_t { week, month, quarter, year, all };

// The days that events may have happened on; nobody knows where first > last.
struct DaySpan {
    Day first = end_of_time, last = beginning_of_time;
    bool known() const { return first <= last; }
    void join(DaySpan other) {
        if (other.first < first) first = other.first;
        if (other.last > last) last = other.last;
    }
};

// When events were: the first of them on some day from `first` to `first_latest`, the last on some day from
// `last_earliest` to `last`.
struct EventDays {
    Day first = end_of_time, first_latest = end_of_time;
    Day last_earliest = beginning_of_time, last = beginning_of_time;

    DaySpan span() const { return {first, last}; }
    bool known() const { return span().known(); }
    // Of two firsts the earlier stays as it was dated, of two that begin alike the more exact; lasts
    // likewise.
    void join(const EventDays& other) {
        if (std::tie(other.first, other.first_latest) < std::tie(first, first_latest))
            first = other.first, first_latest = other.first_latest;
        if (std::tie(other.last, other.last_earliest) > std::tie(last, last_earliest))
            last = other.last, last_earliest = other.last_earliest;
    }
};

// A kind and a number in one, so that periods of one kind follow each other by `step`.
struct Period32 {
    static constexpr std::int32_t step = 8;
    std::int32_t code = 0;
    bool operator==(const Period32&) const = default;
    PeriodKind kind() const { return static_cast<PeriodKind>(code & 7); }
};

// The narrowest period, `by` or longer, that holds the whole span.
Period32 period_of(DaySpan span, PeriodKind by);

// The first day of a period that is not `all`.
Day first_day_of(Period32 period);

// What stands in `start` and `end`: the first and the last day, each as exactly as it is known: a day, a
// partial date, or [FIRST..LAST] (EDTF: some day between).
struct SpanText {
    std::string start, end;
};
SpanText text_of(const EventDays& days);

// The days back from that text. Not known where neither is a date; of one that is empty the other is taken.
EventDays days_of(std::string_view start, std::string_view end);

}  // namespace entente::io
