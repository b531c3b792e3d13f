#include "model/date_forms.hpp"

#include <algorithm>
#include <array>

#include "base/number.hpp"
#include "base/text.hpp"

namespace entente {

namespace {

bool all_digits(std::string_view text) {
    return !text.empty() && std::ranges::all_of(text, [](char c) { return c >= '0' && c <= '9'; });
}

// What stands behind the day of a date-time: " 00:00:00.000", "T12:30Z", "T12:30+01:00".
bool is_time(std::string_view text) {
    if (text.size() < 3 || (text[0] != 'T' && text[0] != 't' && text[0] != ' ')) return false;
    const bool plain = std::ranges::all_of(text.substr(1), [](char c) {
        return (c >= '0' && c <= '9') || c == ':' || c == '.' || c == '+' || c == '-' || c == 'Z' ||
               c == 'z' || c == ' ';
    });
    return plain && text[1] >= '0' && text[1] <= '9';
}

// 198X, 19XX, 1984-XX, 1984-05-XX, XX last; 1990s but not 1900s, which may be a century.
std::optional<DayInterval> unspecified(std::string text) {
    if (text.size() == 5 && (text[4] == 's' || text[4] == 'S') && text[3] == '0' && text[2] != '0')
        text = text.substr(0, 3) + "X";
    std::ranges::replace(text, 'x', 'X');
    std::ranges::replace(text, 'u', 'X');  // as EDTF wrote it before 2019
    while (text.ends_with("-XX")) text.resize(text.size() - 3);
    if (text.size() != 4) return parse_date(text);
    const std::size_t first = text.find('X');
    if (first == std::string::npos) return parse_date(text);
    if (first < 2 || !all_digits(text.substr(0, first)) ||
        text.find_first_not_of('X', first) != std::string::npos)
        return std::nullopt;
    std::string earliest = text, latest = text;
    std::ranges::replace(earliest, 'X', '0');
    std::ranges::replace(latest, 'X', '9');
    const auto from = parse_date(earliest), to = parse_date(latest);
    if (!from || !to) return std::nullopt;
    return DayInterval{from->earliest, to->latest};
}

// [2001-10-01..2001-10-31].
std::optional<DayInterval> within(std::string_view text) {
    if (text.size() < 6 || !text.starts_with('[') || !text.ends_with(']')) return std::nullopt;
    text = text.substr(1, text.size() - 2);
    const std::size_t dots = text.find("..");
    if (dots == std::string_view::npos) return std::nullopt;
    const auto from = parse_date(trimmed(text.substr(0, dots))),
               to = parse_date(trimmed(text.substr(dots + 2)));
    if (!from || !to || to->latest < from->earliest) return std::nullopt;
    return DayInterval{from->earliest, to->latest};
}

std::optional<DayInterval> in_order(std::string_view text, DateOrder order) {
    const std::vector<std::string> readings = date_guesses(text);
    if (order == DateOrder::unknown || readings.empty()) return std::nullopt;
    const bool year_first = text.size() > 4 && all_digits(text.substr(0, 4));
    if (order == DateOrder::ymd && !year_first) return std::nullopt;
    if (readings.size() == 2) return parse_date(readings[order == DateOrder::dmy ? 0 : 1]);
    // One reading only: 25/12/2014, 12/25/2014, 1.8.2014, 1 August 2014. Digits must fit the order.
    const std::size_t mark = text.find_first_of("./- ");
    const bool digits = mark != std::string_view::npos && all_digits(text.substr(0, mark));
    const auto date = parse_date(readings[0]);
    if (!date || year_first || !digits || readings[0].size() < 10) return date;
    if (readings[0].substr(5, 2) == readings[0].substr(8, 2)) return date;
    const auto first = parse_number(text.substr(0, mark)), day = parse_number(readings[0].substr(8, 2));
    const bool month_named =
        !all_digits(text.substr(mark + 1, text.find_first_of("./- ", mark + 1) - mark - 1));
    const bool day_first = first && day && *first == *day;
    return month_named || day_first == (order == DateOrder::dmy) ? date : std::nullopt;
}

}  // namespace

std::optional<DateReading> read_date(std::string_view text, DateOrder order) {
    if (const auto date = parse_date(text)) return DateReading{*date, DateForm::plain};
    if (text.size() < 4 || text.size() > 40) return std::nullopt;
    if (text.size() > 5 && text[4] == '.' &&
        text.substr(5).find_first_not_of('0') == std::string_view::npos) {
        if (const auto date = parse_date(text.substr(0, 4))) return DateReading{*date, DateForm::decimal};
    }
    if (text.size() > 10 && is_time(text.substr(10))) {
        if (const auto date = parse_date(text.substr(0, 10))) return DateReading{*date, DateForm::date_time};
    }
    if (const auto date = within(text)) return DateReading{*date, DateForm::within};
    if (const auto date = unspecified(std::string(text))) return DateReading{*date, DateForm::unspecified};
    if (std::string_view("?~%").find(text.back()) != std::string_view::npos) {
        std::string_view bare = text.substr(0, text.size() - 1);
        if (const auto date = parse_date(bare)) return DateReading{*date, DateForm::uncertain};
        if (const auto date = unspecified(std::string(bare))) return DateReading{*date, DateForm::uncertain};
    }
    // c. 1914, ca. 1914, circa 1914, ~1914
    for (const std::string_view about : {"c.", "ca.", "circa", "c ", "ca ", "~", "about"}) {
        if (!lower(text.substr(0, about.size())).starts_with(about)) continue;
        if (const auto date = parse_date(trimmed(text.substr(about.size()))))
            return DateReading{*date, DateForm::uncertain};
    }
    if (const auto date = in_order(text, order)) return DateReading{*date, DateForm::ordered};
    return std::nullopt;
}

bool means_ongoing(std::string_view text) {
    constexpr std::array<std::string_view, 11> words{"present", "ongoing",    "today", "open",
                                                     "now",     "current",    "..",    "to date",
                                                     "active",  "continuing", "heute"};
    return std::ranges::find(words, lower(trimmed(text))) != words.end();
}

std::optional<Period> read_span(std::string_view text, DateOrder order) {
    std::size_t at = text.find('/'), length = 1;
    if (at == std::string_view::npos) {
        at = text.find("\u2013");
        length = 3;
    }
    if (at == std::string_view::npos || text.find('/', at + length) != std::string_view::npos)
        return std::nullopt;
    const std::string_view first = trimmed(text.substr(0, at)), last = trimmed(text.substr(at + length));
    const auto is_open = [](std::string_view end) { return end == ".." || end.empty(); };
    Period period;
    if (!is_open(first)) {
        const auto start = read_date(first, order);
        if (!start) return std::nullopt;
        period.start = start->date;
    }
    if (!is_open(last) && !means_ongoing(last)) {
        const auto end = read_date(last, order);
        if (!end) return std::nullopt;
        period.end = end->date;
    }
    if (is_open(first) && is_open(last)) return std::nullopt;
    if (period.end.latest < period.start.earliest) return std::nullopt;
    return period;
}

std::optional<std::string> spreadsheet_day(std::string_view text) {
    const auto number = parse_number(text);
    if (!number || *number < 10000 || *number > 60000 || text.size() < 5) return std::nullopt;
    constexpr Day epoch = -25569;  // 1899-12-30
    const Day day = epoch + static_cast<Day>(*number);
    return to_string(DayInterval{day, day});
}

}  // namespace entente
