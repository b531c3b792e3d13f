#include "model/date.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <charconv>

namespace entente {

namespace {

struct Civil {
    int year = 0;
    unsigned month = 1, day = 1;
};

bool leap(int year) { return (year % 4 == 0 && year % 100 != 0) || year % 400 == 0; }

unsigned days_in_month(int year, unsigned month) {
    constexpr std::array<unsigned, 12> lengths{31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    return month == 2 && leap(year) ? 29 : lengths.at(month - 1);
}

// Days since 1970-01-01, by eras of 400 years (after Hinnant's chrono-compatible algorithms).
Day to_day(Civil date) {
    const int year = date.month <= 2 ? date.year - 1 : date.year;
    const int era = (year >= 0 ? year : year - 399) / 400;
    const int of_era = year - era * 400;
    const int month = static_cast<int>(date.month);
    const int of_year = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + static_cast<int>(date.day) - 1;
    return era * 146097 + of_era * 365 + of_era / 4 - of_era / 100 + of_year - 719468;
}

Civil to_civil(Day day) {
    const int z = day + 719468;
    const int era = (z >= 0 ? z : z - 146096) / 146097;
    const int of_era = z - era * 146097;
    const int year_of_era = (of_era - of_era / 1460 + of_era / 36524 - of_era / 146096) / 365;
    const int of_year = of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
    const int m = (5 * of_year + 2) / 153;
    Civil date;
    date.day = static_cast<unsigned>(of_year - (153 * m + 2) / 5 + 1);
    date.month = static_cast<unsigned>(m < 10 ? m + 3 : m - 9);
    date.year = year_of_era + era * 400 + (date.month <= 2 ? 1 : 0);
    return date;
}

// The latest day on which a dated tie may begin.
Day starts_by(const Period& period) {
    return period.start.latest == beginning_of_time ? period.end.latest : period.start.latest;
}

std::string text_of(Civil date) { return fmt::format("{:04}-{:02}-{:02}", date.year, date.month, date.day); }

}  // namespace

std::optional<DayInterval> parse_date(std::string_view text) {
    const auto number = [](std::string_view digits) -> std::optional<unsigned> {
        unsigned value = 0;
        if (!std::all_of(digits.begin(), digits.end(), [](char c) { return c >= '0' && c <= '9'; }))
            return std::nullopt;
        std::from_chars(digits.data(), digits.data() + digits.size(), value);
        return value;
    };
    if (text.size() != 4 && text.size() != 7 && text.size() != 10) return std::nullopt;
    if (text.size() > 4 && text[4] != '-') return std::nullopt;
    if (text.size() > 7 && text[7] != '-') return std::nullopt;
    const auto year = number(text.substr(0, 4));
    const auto month = text.size() > 4 ? number(text.substr(5, 2)) : 0U;
    const auto day = text.size() > 7 ? number(text.substr(8, 2)) : 0U;
    if (!year || !month || !day || *year == 0 || *month > 12) return std::nullopt;
    const int y = static_cast<int>(*year);
    if (*month == 0)
        return *day == 0 ? std::optional(DayInterval{to_day({y, 1, 1}), to_day({y, 12, 31})}) : std::nullopt;
    if (*day == 0) return DayInterval{to_day({y, *month, 1}), to_day({y, *month, days_in_month(y, *month)})};
    if (*day > days_in_month(y, *month)) return std::nullopt;
    return DayInterval{to_day({y, *month, *day}), to_day({y, *month, *day})};
}

std::string to_string(const DayInterval& date) {
    if (date.earliest == beginning_of_time || date.latest == end_of_time) return "";
    const Civil first = to_civil(date.earliest), last = to_civil(date.latest);
    const bool whole_month = first.day == 1 && last.day == days_in_month(last.year, last.month);
    if (date.earliest == date.latest) return text_of(first);
    if (first.year == last.year && whole_month && first.month == 1 && last.month == 12)
        return fmt::format("{:04}", first.year);
    if (first.year == last.year && whole_month && first.month == last.month)
        return fmt::format("{:04}-{:02}", first.year, first.month);
    return text_of(first) + "/" + text_of(last);
}

bool undated(const Period& period) { return period == Period{}; }

bool may_hold(const Period& period, const DayInterval& window) {
    return period.start.earliest <= window.latest && period.end.latest >= window.earliest;
}

bool surely_holds(const Period& period, const DayInterval& window) {
    return !undated(period) && starts_by(period) <= window.latest && period.end.earliest >= window.earliest;
}

bool holds_throughout(const Period& period, const DayInterval& window) {
    return !undated(period) && starts_by(period) <= window.earliest && period.end.earliest >= window.latest;
}

}  // namespace entente
