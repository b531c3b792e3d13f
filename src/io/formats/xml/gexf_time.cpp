#include "io/formats/xml/gexf_time.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <chrono>

#include "base/number.hpp"
#include "base/text.hpp"

namespace entente::io {

namespace {

bool is_digit(char c) { return c >= '0' && c <= '9'; }

// Gephi writes an open end as Infinity, networkx as an empty text.
std::string finite(std::string_view text) {
    text = trimmed(text);
    const std::string plain = lower(text);
    const std::string_view word =
        plain.starts_with('-') || plain.starts_with('+') ? std::string_view(plain).substr(1) : plain;
    return word == "infinity" || word == "inf" || word == "∞" ? "" : std::string(text);
}

TimeBound bound_of(const XmlElement& element, std::string_view closed, std::string_view open) {
    TimeBound bound{finite(element.get(closed)), false};
    const auto said = element.find(open);
    if (!said) return bound;
    const std::string word = lower(trimmed(*said));
    if (word == "true" || word == "false" || word.empty() || (word.size() == 1 && !bound.text.empty())) {
        bound.open = word == "true" || word == "1";
    } else if (bound.text.empty()) {
        bound = {finite(*said), true};
    }
    return bound;
}

// The times of one bracket: "[2001, 2002)".
std::vector<std::string> times_of(std::string_view bracket) {
    std::vector<std::string> times;
    for (const std::string_view time : split(bracket, ',')) times.push_back(finite(time));
    return times;
}

void add_intervals(std::string_view text, CellPlace place, std::vector<TimeSpan>& spans) {
    for (std::size_t at = 0; (at = text.find_first_of("[(", at)) != std::string_view::npos;) {
        const std::size_t close = text.find_first_of("])", at);
        if (close == std::string_view::npos) return;
        const auto times = times_of(text.substr(at + 1, close - at - 1));
        if (times.size() >= 2) {
            spans.push_back({{times[0], text[at] == '(' && !times[0].empty()},
                             {times[1], text[close] == ')' && !times[1].empty()},
                             place});
        }
        at = close + 1;
    }
}

void add_timestamps(std::string_view text, CellPlace place, std::vector<TimeSpan>& spans) {
    const std::size_t from = text.find_first_not_of("<[ "), to = text.find_last_not_of(">] ");
    if (from == std::string_view::npos || to < from) return;
    for (const std::string& time : times_of(text.substr(from, to - from + 1)))
        if (!time.empty()) spans.push_back({{time, false}, {time, false}, place});
}

bool before(std::string_view a, std::string_view b) {
    const auto x = parse_number(a), y = parse_number(b);
    return x && y ? *x < *y : a < b;
}

// YYYY, YYYY-MM or YYYY-MM-DD at the beginning of the text: how long it is, 0 for none.
std::size_t date_length(std::string_view text) {
    const auto digits = [&](std::size_t from, std::size_t count) {
        return text.size() >= from + count &&
               std::all_of(text.begin() + static_cast<std::ptrdiff_t>(from),
                           text.begin() + static_cast<std::ptrdiff_t>(from + count), is_digit);
    };
    if (!digits(0, 4)) return 0;
    if (text.size() < 7 || text[4] != '-' || !digits(5, 2)) return 4;
    if (text.size() < 10 || text[7] != '-' || !digits(8, 2)) return 7;
    return 10;
}

int number_at(std::string_view text, std::size_t from, std::size_t count) {
    int number = 0;
    std::from_chars(text.data() + from, text.data() + from + count, number);
    return number;
}

// The date `steps` of its own precision later.
std::string moved(std::string_view date, int steps) {
    using namespace std::chrono;
    const year y{number_at(date, 0, 4)};
    if (date.size() == 4) return fmt::format("{:04}", static_cast<int>(y) + steps);
    const month m{static_cast<unsigned>(number_at(date, 5, 2))};
    if (!m.ok()) return std::string(date);
    if (date.size() == 7) {
        const year_month moved = y / m + months(steps);
        return fmt::format("{:04}-{:02}", static_cast<int>(moved.year()),
                           static_cast<unsigned>(moved.month()));
    }
    const year_month_day day = y / m / std::chrono::day{static_cast<unsigned>(number_at(date, 8, 2))};
    if (!day.ok()) return std::string(date);
    const year_month_day moved = sys_days(day) + days(steps);
    return fmt::format("{:04}-{:02}-{:02}", static_cast<int>(moved.year()),
                       static_cast<unsigned>(moved.month()), static_cast<unsigned>(moved.day()));
}

}  // namespace

TimeSpan time_span(const XmlElement& element) {
    TimeSpan span{bound_of(element, "start", "startopen"), bound_of(element, "end", "endopen"),
                  element.place};
    const std::string moment = finite(element.get("timestamp"));
    if (span.empty() && !moment.empty()) span.start.text = span.end.text = moment;
    return span;
}

std::vector<TimeSpan> time_spans(const XmlElement& element) {
    std::vector<TimeSpan> spans;
    const TimeSpan own = time_span(element);
    if (!own.empty()) spans.push_back(own);
    if (const auto intervals = element.find("intervals")) add_intervals(*intervals, element.place, spans);
    if (const auto moments = element.find("timestamps")) add_timestamps(*moments, element.place, spans);
    return spans;
}

TimeSpan widest(const std::vector<TimeSpan>& spans) {
    if (spans.empty()) return {};
    TimeSpan all = spans.front();
    for (const TimeSpan& span : spans) {
        if (span.start.text.empty() || (!all.start.text.empty() && before(span.start.text, all.start.text)))
            all.start = span.start;
        if (span.end.text.empty() || (!all.end.text.empty() && before(all.end.text, span.end.text)))
            all.end = span.end;
    }
    return all;
}

bool is_mere_number(std::string_view time) {
    const auto number = parse_number(time);
    if (!number) return false;
    const bool whole = time.size() >= 4 && time.find_first_not_of('0', 5) == std::string_view::npos &&
                       (time.size() == 4 || time[4] == '.');
    return !(whole && date_length(time) == 4 && *number >= 1000);
}

DateText date_of(const TimeBound& bound, Side side) {
    const std::size_t length = date_length(bound.text);
    const std::string_view rest = std::string_view(bound.text).substr(length);
    const bool year =
        length == 4 && rest.find_first_not_of(rest.starts_with('.') ? ".0" : "") == std::string_view::npos;
    const bool time = length == 10 && !rest.empty() && (rest[0] == 'T' || rest[0] == ' ');
    const bool zone = length == 10 && !rest.empty() && (rest[0] == 'Z' || rest[0] == '+' || rest[0] == '-');
    if (length == 0 || !(rest.empty() || year || time || zone)) return {bound.text, false};
    const bool midnight = time && rest.find_first_not_of("T :.0Z") == std::string_view::npos;
    const std::string date = bound.text.substr(0, length);
    // A time within a day leaves the day itself on both sides.
    if (!bound.open || (time && (!midnight || side == Side::start))) return {date, time && !midnight};
    return {moved(date, side == Side::start ? 1 : -1), false};
}

}  // namespace entente::io
