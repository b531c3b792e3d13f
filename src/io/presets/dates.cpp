#include "io/presets/dates.hpp"

#include <fmt/format.h>

#include <charconv>

#include "base/text.hpp"
#include "io/cell_rules.hpp"
#include "io/vocabulary/vocabulary.hpp"
#include "model/date.hpp"

namespace entente::io {

namespace {

bool is_digit(char c) { return c >= '0' && c <= '9'; }

// The whole number that a cell holds, as 7, 07 or 7.0; 0 for anything else and below 1.
int positive_number(std::string_view cell) {
    if (const std::size_t point = cell.find('.');
        point != std::string_view::npos && cell.find_first_not_of('0', point + 1) == std::string_view::npos)
        cell = cell.substr(0, point);
    int value = 0;
    const auto [end, code] = std::from_chars(cell.data(), cell.data() + cell.size(), value);
    return code == std::errc{} && end == cell.data() + cell.size() && value > 0 ? value : 0;
}

// A month or a day with two digits, "" where it is unknown; anything else as it stands, which makes no date.
std::string part(std::string_view cell) {
    if (const int number = positive_number(cell); number > 0) return fmt::format("{:02}", number);
    const bool unknown = cell.starts_with('-') || means_missing(cell) ||
                         cell.find_first_not_of("0.") == std::string_view::npos;
    return unknown ? std::string() : std::string(cell);
}

std::string text_of_day(Day day) { return to_string(DayInterval{day, day}); }

bool is_infinite(std::string_view text) {
    const std::string word = lower(text);
    return word == "infinity" || word == "-infinity" || word == "+infinity" || word == "inf" ||
           word == "-inf";
}

}  // namespace

bool is_iso_date(std::string_view text) {
    return text.size() == 10 && text[4] == '-' && text[7] == '-' && is_digit(text[0]) && is_digit(text[1]) &&
           is_digit(text[2]) && is_digit(text[3]) && is_digit(text[5]) && is_digit(text[6]) &&
           is_digit(text[8]) && is_digit(text[9]);
}

std::string canonical_date(std::string_view text, DateOrder order) {
    if (parse_date(text)) return std::string(text);
    if (text.size() == 6 && text.ends_with(".0") && parse_date(text.substr(0, 4)))
        return std::string(text.substr(0, 4));  // a year that a statistics program wrote
    if (const auto ordered = order == DateOrder::unknown ? std::nullopt : read_date(text, order);
        ordered && ordered->form == DateForm::ordered)
        return to_string(ordered->date);
    const std::vector<std::string> readings = date_guesses(text);
    return readings.size() == 1 ? readings.front() : std::string(text);
}

std::string date_of_parts(std::string_view year, std::string_view month, std::string_view day) {
    const int y = positive_number(year);
    if (y == 0) return std::string(year.starts_with('-') ? "" : year);
    const std::string m = part(month), d = part(day);
    if (m.empty()) return fmt::format("{:04}", y);
    if (d.empty()) return fmt::format("{:04}-{}", y, m);
    return fmt::format("{:04}-{}-{}", y, m, d);
}

std::string day_within(std::string_view first, std::string_view last) {
    const auto from = parse_date(first), to = parse_date(last);
    if (!from || !to || to->latest < from->earliest) return std::string(first);
    std::string partial = to_string(DayInterval{from->earliest, to->latest});
    if (partial.find('/') == std::string::npos) return partial;
    return fmt::format("[{}..{}]", text_of_day(from->earliest), text_of_day(to->latest));
}

std::string last_included(std::string_view end, std::string_view start) {
    const auto last = read_date(end), first = read_date(start);
    if (!last) return std::string(end);
    const DayInterval days = last_before(last->date, first ? first->date : DayInterval{});
    return day_within(text_of_day(days.earliest), text_of_day(days.latest));
}

std::vector<DatedSpan> read_spans(std::string_view cell) {
    std::vector<DatedSpan> spans;
    cell = trimmed(cell);
    if (cell.starts_with('<') && cell.ends_with('>')) cell = trimmed(cell.substr(1, cell.size() - 2));
    if (cell.empty()) return spans;
    const auto end_of = [](std::string_view text) {
        text = trimmed(text);
        return is_infinite(text) ? std::string() : canonical_date(text);
    };
    for (std::size_t from = 0; from < cell.size();) {
        const bool bracket = cell[from] == '[' || cell[from] == '(';
        std::size_t to = cell.find_first_of(bracket ? "])" : ";,", from);
        to = std::min(to, cell.size());
        const std::string_view inside = cell.substr(from + (bracket ? 1 : 0), to - from - (bracket ? 1 : 0));
        const std::vector<std::string_view> parts = entente::split(inside, ',');
        DatedSpan span{end_of(parts[0]), parts.size() > 1 ? end_of(parts[1]) : end_of(parts[0]),
                       parts.size() > 2 ? std::string(trimmed(parts[2])) : std::string()};
        if (bracket && parts.size() == 2 && !parse_date(span.end) && !span.end.empty() &&
            parse_date(span.start)) {
            span.value = span.end;  // [2018-07-21, 0.1]: a value at one time
            span.end = span.start;
        }
        if (bracket && to < cell.size() && cell[to] == ')') span.end = last_included(span.end, span.start);
        if (!trimmed(inside).empty()) spans.push_back(std::move(span));
        from = cell.find_first_not_of("]); ,\t", to);
        if (from == std::string_view::npos) break;
    }
    return spans;
}

}  // namespace entente::io
