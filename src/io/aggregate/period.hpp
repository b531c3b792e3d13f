// Years, quarters, months and weeks that events fall in.
#pragma once

#include <cstdint>
#include <string>

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

// A kind and a number in one, so that periods of one kind follow each other by `step`.
struct Period32 {
    static constexpr std::int32_t step = 8;
    std::int32_t code = 0;
    bool operator==(const Period32&) const = default;
    PeriodKind kind() const { return static_cast<PeriodKind>(code & 7); }
};

// The narrowest period, `by` or longer, that holds the whole span.
Period32 period_of(DaySpan span, PeriodKind by);

// What stands in `start` and `end` for a cell: the first and the last day; with `whole` the same partial date
// twice where the span is one; where the period is longer than `by` that too, or [FIRST..LAST] (EDTF: some
// day between).
struct SpanText {
    std::string start, end;
};
enum class Exactness { days, whole };
SpanText text_of(DaySpan span, Exactness exactness, Period32 period, PeriodKind by);

// The span back from that text.
DaySpan span_of(std::string_view start, std::string_view end);

}  // namespace entente::io
