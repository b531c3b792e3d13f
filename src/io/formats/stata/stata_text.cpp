#include "io/formats/stata/stata_text.hpp"

#include <fmt/format.h>

#include <array>
#include <chrono>
#include <cmath>

#include "base/text.hpp"

namespace entente::io {

namespace {

// Windows-1252 from 0x80 to 0x9F; the rest is Latin-1.
constexpr std::array<char32_t, 32> windows_1252{
    0x20AC, 0xFFFD, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160,
    0x2039, 0x0152, 0xFFFD, 0x017D, 0xFFFD, 0xFFFD, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022,
    0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0xFFFD, 0x017E, 0x0178};

}  // namespace

StataTime stata_time(std::string_view format) {
    if (!format.starts_with('%')) return StataTime::none;
    format.remove_prefix(1);
    if (format.starts_with('-')) format.remove_prefix(1);
    if (format.starts_with('d')) return StataTime::day;
    if (!format.starts_with('t') || format.size() < 2) return StataTime::none;
    switch (format[1]) {
        case 'c':
        case 'C':
            return StataTime::milliseconds;
        case 'd':
            return StataTime::day;
        case 'w':
            return StataTime::week;
        case 'm':
            return StataTime::month;
        case 'q':
            return StataTime::quarter;
        case 'h':
            return StataTime::half;
        case 'y':
            return StataTime::year;
        default:
            return StataTime::none;
    }
}

std::optional<std::string> stata_date(double count, StataTime time) {
    using namespace std::chrono;
    const double whole = std::floor(time == StataTime::milliseconds ? count / 86'400'000 : count);
    if (!(std::abs(whole) < 4e6)) return std::nullopt;
    const auto steps = static_cast<int>(whole);
    const auto fits = [](int y) { return y >= 1 && y <= 9999; };
    if (time == StataTime::year)
        return fits(steps) ? std::optional(fmt::format("{:04}", steps)) : std::nullopt;
    if (time == StataTime::month) {
        const int y = 1960 + static_cast<int>(std::floor(whole / 12));
        const int m = steps - 12 * (y - 1960) + 1;
        return fits(y) ? std::optional(fmt::format("{:04}-{:02}", y, m)) : std::nullopt;
    }
    if (time != StataTime::day && time != StataTime::milliseconds) return std::nullopt;
    const year_month_day day = sys_days(year(1960) / 1 / 1) + days(steps);
    const int y = static_cast<int>(day.year());
    if (!fits(y)) return std::nullopt;
    return fmt::format("{:04}-{:02}-{:02}", y, static_cast<unsigned>(day.month()),
                       static_cast<unsigned>(day.day()));
}

std::string as_utf8(std::string_view bytes) {
    if (!first_invalid_utf8(bytes)) return std::string(bytes);
    std::string text;
    for (const char c : bytes) {
        const auto byte = static_cast<unsigned char>(c);
        text += to_utf8(byte >= 0x80 && byte < 0xA0 ? windows_1252[byte - 0x80U] : char32_t{byte});
    }
    return text;
}

}  // namespace entente::io
