#include "analysis/timeline/periods.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "base/error.hpp"

namespace entente {

namespace {

constexpr std::size_t most_periods = 100'000;

struct YearMonth {
    int year = 0, month = 1;
};

YearMonth month_of(Day day) {
    const std::string text = to_string(DayInterval{day, day});
    return {std::stoi(text.substr(0, 4)), std::stoi(text.substr(5, 2))};
}

DayInterval month(int year, int number) {
    return parse_date(fmt::format("{:04}-{:02}", year, number)).value();
}

int months_in(PeriodUnit unit) {
    if (unit == PeriodUnit::year) return 12;
    return unit == PeriodUnit::quarter ? 3 : 1;
}

}  // namespace

std::vector<DayInterval> calendar_periods(PeriodUnit unit, Day first, Day last) {
    const int length = months_in(unit);
    const YearMonth from = month_of(first);
    int year = from.year, start = (from.month - 1) / length * length + 1;
    std::vector<DayInterval> periods;
    while (year <= 9999) {
        const DayInterval period{month(year, start).earliest, month(year, start + length - 1).latest};
        if (period.earliest > last) break;
        periods.push_back(period);
        if (periods.size() > most_periods)
            throw Error(Fault::usage, fmt::format("more than {} slices: choose longer ones by --by, or a "
                                                  "shorter time by --from and --to",
                                                  most_periods));
        start += length;
        if (start > 12) start = 1, ++year;
    }
    return periods;
}

std::vector<DayInterval> windows_over(const std::vector<DayInterval>& periods, std::size_t window,
                                      std::size_t step) {
    std::vector<DayInterval> result;
    for (std::size_t i = 0; i < periods.size(); i += step) {
        const std::size_t first = i + 1 < window ? 0 : i + 1 - window;
        result.push_back({periods[first].earliest, periods[i].latest});
    }
    return result;
}

std::optional<DayInterval> span_of(const Network& network, const std::vector<TieId>& rows) {
    if (!network.has_dates()) return std::nullopt;
    std::optional<DayInterval> span;
    const auto take = [&](const DayInterval& date) {
        if (date.earliest == beginning_of_time || date.latest == end_of_time) return;
        if (!span) span = date;
        span->earliest = std::min(span->earliest, date.earliest);
        span->latest = std::max(span->latest, date.latest);
    };
    for (const TieId row : rows) {
        take(network.ties.period[index(row)].start);
        take(network.ties.period[index(row)].end);
    }
    return span;
}

}  // namespace entente
