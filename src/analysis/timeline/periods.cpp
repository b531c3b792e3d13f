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

std::string day_text(Day day) { return to_string(DayInterval{day, day}); }

}  // namespace

std::vector<DayInterval> planned_slices(const SlicePlan& plan, const Network& network, TieSelection ties) {
    if (!plan.unit) {
        std::vector<DayInterval> dates = plan.dates;
        std::ranges::stable_sort(dates, {}, &DayInterval::earliest);
        return windows_over(dates, plan.window, plan.step);
    }
    const std::optional<DayInterval> asked = ties.window;
    ties.window.reset();
    ties.holding = Holding::possible;
    ties.signs = SignFilter::all;
    const std::optional<DayInterval> span = span_of(network, select_rows(network, ties));
    if (!span && !(asked && asked->earliest != beginning_of_time && asked->latest != end_of_time))
        throw Error(Fault::usage,
                    "no tie has a date, so that there is no time to cut: fill start and end, or give --from "
                    "and --to");
    DayInterval time = span.value_or(DayInterval{});
    if (asked && asked->earliest != beginning_of_time) time.earliest = asked->earliest;
    if (asked && asked->latest != end_of_time) time.latest = asked->latest;
    return windows_over(calendar_periods(*plan.unit, time.earliest, time.latest), plan.window, plan.step);
}

std::string slice_label(const DayInterval& window) {
    const std::string text = to_string(window);
    if (text.find('/') == std::string::npos) return text;
    const std::string from = day_text(window.earliest), to = day_text(window.latest);
    if (from.ends_with("-01-01") && to.ends_with("-12-31")) return from.substr(0, 4) + "–" + to.substr(0, 4);
    const bool months = from.ends_with("-01") && day_text(window.latest + 1).ends_with("-01");
    return months ? from.substr(0, 7) + "–" + to.substr(0, 7) : from + "–" + to;
}

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
