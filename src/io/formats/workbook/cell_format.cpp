#include "io/formats/workbook/cell_format.hpp"

#include <fmt/format.h>

#include <charconv>
#include <chrono>
#include <cmath>

#include "base/number.hpp"
#include "base/text.hpp"

namespace entente::io {

DateParts date_parts(int builtin_format) {
    const int f = builtin_format;
    if (f == 17 || f == 55) return DateParts::month;
    const bool east_asian = (f >= 27 && f <= 31) || f == 36 || (f >= 50 && f <= 54) || f == 57 || f == 58;
    return (f >= 14 && f <= 16) || f == 22 || east_asian ? DateParts::day : DateParts::none;
}

DateParts date_parts(std::string_view code) {
    bool year = false, month = false, day = false, clock = false;
    code = code.substr(0, code.find(';'));
    for (std::size_t i = 0; i < code.size(); ++i) {
        const char c = code[i];
        if (c == '\\' || c == '_' || c == '*') {
            ++i;
        } else if (c == '"' || c == '[') {
            const std::size_t close = std::min(code.find(c == '"' ? '"' : ']', i + 1), code.size());
            // [h] counts hours beyond a day; other brackets are colors, conditions and languages.
            const std::string inside = lower(code.substr(i + 1, close - i - 1));
            clock = clock ||
                    (c == '[' && !inside.empty() && inside.find_first_not_of("hms") == std::string::npos);
            i = close;
        } else {
            const char letter = lower(code.substr(i, 1))[0];
            year = year || letter == 'y';
            month = month || letter == 'm';
            day = day || letter == 'd';
            clock = clock || letter == 'h' || letter == 's';
            if (lower(code.substr(i)).starts_with("general")) i += 6;
        }
    }
    if (day) return DateParts::day;
    if (month && (year || !clock)) return DateParts::month;
    return year ? DateParts::year : DateParts::none;
}

std::optional<SerialDate> date_of_serial(double serial, DateSystem system, DateParts parts) {
    using namespace std::chrono;
    const double whole = std::floor(serial);
    const double first = system == DateSystem::from_1900 ? 1 : 0, last = 2'958'465;
    if (!(whole >= first && whole <= last) || parts == DateParts::none) return std::nullopt;
    const auto count = static_cast<int>(whole);
    const bool leap_day = system == DateSystem::from_1900 && count == 60;
    // The 60th day is 1900-02-29, which never was: before it the count is one behind.
    const sys_days origin = system == DateSystem::from_1904 ? sys_days(year(1904) / 1 / 1)
                            : count < 60                    ? sys_days(year(1899) / 12 / 31)
                                                            : sys_days(year(1899) / 12 / 30);
    const year_month_day day = origin + days(count);
    const int y = static_cast<int>(day.year());
    const unsigned m = static_cast<unsigned>(day.month());
    SerialDate date{"", parts == DateParts::day && serial - whole > 0.5 / 86'400};
    if (parts == DateParts::year) date.text = fmt::format("{:04}", y);
    else if (parts == DateParts::month) date.text = fmt::format("{:04}-{:02}", y, m);
    else if (leap_day) date.text = "1900-02-29";
    else date.text = fmt::format("{:04}-{:02}-{:02}", y, m, static_cast<unsigned>(day.day()));
    return date;
}

std::string number_text(std::string_view stored) {
    const auto number = parse_number(trimmed(stored));
    if (!number) return std::string(stored);
    const double value = *number;
    if (std::abs(value) < 9e15 && value == std::floor(value))
        return fmt::format("{}", static_cast<long long>(value));
    return fmt::format("{:.15g}", value);
}

std::string unescaped(std::string_view text) {
    std::string result;
    for (std::size_t i = 0; i < text.size(); ++i) {
        unsigned code = 0;
        const bool escape = text.substr(i).starts_with("_x") && i + 6 < text.size() && text[i + 6] == '_';
        if (escape) {
            const char* end = text.data() + i + 6;
            const auto [read, fault] = std::from_chars(text.data() + i + 2, end, code, 16);
            const bool character =
                fault == std::errc() && read == end && code > 0 && (code < 0xD800 || code > 0xDFFF);
            if (character) {
                result += to_utf8(code);
                i += 6;
                continue;
            }
        }
        result += text[i];
    }
    for (std::size_t at = 0; (at = result.find("\r\n", at)) != std::string::npos;) result.erase(at, 1);
    return result;
}

std::string column_letters(std::size_t column) {
    std::string letters;
    for (; column > 0; column = (column - 1) / 26)
        letters.insert(letters.begin(), static_cast<char>('A' + (column - 1) % 26));
    return letters;
}

}  // namespace entente::io
