#include "io/aggregate/period.hpp"

#include <fmt/format.h>

#include "model/date_forms.hpp"

namespace entente::io {

namespace {

struct YearMonth {
    std::int32_t year, month;
};

// After Hinnant's calendar by eras of 400 years.
YearMonth year_month(Day day) {
    const std::int32_t z = day + 719468;
    const std::int32_t era = (z >= 0 ? z : z - 146096) / 146097;
    const std::int32_t of_era = z - era * 146097;
    const std::int32_t year_of_era = (of_era - of_era / 1460 + of_era / 36524 - of_era / 146096) / 365;
    const std::int32_t of_year = of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
    const std::int32_t shifted = (5 * of_year + 2) / 153;
    const std::int32_t month = shifted < 10 ? shifted + 3 : shifted - 9;
    return {year_of_era + era * 400 + (month <= 2 ? 1 : 0), month};
}

// The first of the month, which counts from 0.
Day first_of_month(std::int32_t year, std::int32_t month) {
    const std::int32_t y = month < 2 ? year - 1 : year, shifted = month < 2 ? month + 10 : month - 2;
    const std::int32_t era = (y >= 0 ? y : y - 399) / 400, year_of_era = y - era * 400;
    const std::int32_t of_year = (153 * shifted + 2) / 5;
    return era * 146097 + year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + of_year - 719468;
}

// Weeks begin on Monday; 1970-01-01 was a Thursday.
std::int32_t week_of(Day day) {
    const std::int32_t shifted = day + 3;
    return (shifted >= 0 ? shifted : shifted - 6) / 7;
}

std::int32_t number_of(Day day, PeriodKind kind) {
    if (kind == PeriodKind::all) return 0;
    if (kind == PeriodKind::week) return week_of(day);
    const YearMonth date = year_month(day);
    if (kind == PeriodKind::year) return date.year;
    if (kind == PeriodKind::quarter) return date.year * 4 + (date.month - 1) / 3;
    return date.year * 12 + date.month - 1;
}

std::int32_t divided(std::int32_t number, std::int32_t by) {
    return (number >= 0 ? number : number - by + 1) / by;
}

std::string text_of_some_day(Day from, Day to) {
    std::string text = to_string(DayInterval{from, to});
    if (text.find('/') == std::string::npos) return text;
    return fmt::format("[{}..{}]", to_string(DayInterval{from, from}), to_string(DayInterval{to, to}));
}

DaySpan span_of(std::string_view text) {
    if (text.starts_with('[') && text.ends_with(']')) {
        const std::size_t dots = text.find("..");
        if (dots == std::string_view::npos) return {};
        const auto from = parse_date(text.substr(1, dots - 1));
        const auto to = parse_date(text.substr(dots + 2, text.size() - dots - 3));
        return from && to ? DaySpan{from->earliest, to->latest} : DaySpan{};
    }
    // Most dates are plain; the others are read as in any table (1984?, 198X, date-times).
    if (const auto date = parse_date(text)) return {date->earliest, date->latest};
    const auto reading = read_date(text);
    return reading ? DaySpan{reading->date.earliest, reading->date.latest} : DaySpan{};
}

}  // namespace

Period32 period_of(DaySpan span, PeriodKind by) {
    for (auto kind = by; span.known() && kind != PeriodKind::all;
         kind = static_cast<PeriodKind>(static_cast<int>(kind) + 1)) {
        const std::int32_t first = number_of(span.first, kind);
        if (span.first == span.last || number_of(span.last, kind) == first)
            return {first * Period32::step + static_cast<std::int32_t>(kind)};
    }
    return {static_cast<std::int32_t>(PeriodKind::all)};
}

Day first_day_of(Period32 period) {
    const std::int32_t number = divided(period.code, Period32::step);
    if (period.kind() == PeriodKind::week) return number * 7 - 3;
    if (period.kind() == PeriodKind::year) return first_of_month(number, 0);
    const std::int32_t of_year = period.kind() == PeriodKind::quarter ? 4 : 12,
                       year = divided(number, of_year);
    return first_of_month(year, (number - year * of_year) * (12 / of_year));
}

SpanText text_of(const EventDays& days) {
    if (!days.known()) return {};
    return {text_of_some_day(days.first, days.first_latest), text_of_some_day(days.last_earliest, days.last)};
}

EventDays days_of(std::string_view start, std::string_view end) {
    const DaySpan from = span_of(start.empty() ? end : start), to = span_of(end.empty() ? start : end);
    if (!from.known() || !to.known()) return {};
    return {from.first, from.last, to.first, to.last};
}

}  // namespace entente::io
