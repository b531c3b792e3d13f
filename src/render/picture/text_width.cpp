#include "render/picture/text_width.hpp"

#include <algorithm>
#include <array>

#include "base/text.hpp"

namespace entente::render {
namespace {

// Thousandths of an em for U+0020 … U+007E: the larger of Liberation Sans' advance (that of Arial) and a mean
// of it and DejaVu Sans' (weights .55 and .45).
constexpr std::array<short, 95> ascii_widths{
    296, 333, 402, 683, 592, 917, 718, 229, 359, 359, 439, 698, 296, 346,  296, 304, 592, 592, 592,
    592, 592, 592, 592, 592, 592, 592, 304, 304, 698, 698, 698, 556, 1015, 675, 676, 722, 744, 667,
    611, 778, 736, 286, 500, 667, 557, 846, 734, 782, 667, 782, 722, 667,  611, 727, 675, 964, 675,
    667, 644, 328, 304, 328, 635, 556, 408, 582, 592, 522, 592, 583, 311,  592, 591, 247, 247, 536,
    247, 897, 591, 581, 592, 592, 368, 509, 329, 591, 541, 765, 541, 541,  511, 470, 294, 470, 698};

struct Range {
    char32_t first, last;
    short width;  // thousandths of an em
};

// Means of the scripts in Liberation Sans, DejaVu Sans and Noto, rounded up.
constexpr std::array<Range, 18> ranges{{
    {0x00A0, 0x00BF, 500},
    {0x00C0, 0x00DE, 720},
    {0x00DF, 0x00FF, 590},
    {0x0100, 0x024F, 640},
    {0x0370, 0x03FF, 650},
    {0x0400, 0x042F, 780},
    {0x0430, 0x052F, 660},
    {0x0530, 0x058F, 680},
    {0x0590, 0x05FF, 600},
    {0x0600, 0x08FF, 640},
    {0x0900, 0x0DFF, 760},
    {0x0E00, 0x0EFF, 640},
    {0x10A0, 0x10FF, 640},
    {0x1E00, 0x1EFF, 660},
    {0x2010, 0x2027, 700},
    {0xFB1D, 0xFB4F, 640},
    {0xFB50, 0xFDFF, 700},
    {0xFE70, 0xFEFF, 640},
}};

bool ideograph(char32_t c) {
    return (c >= 0x2E80 && c <= 0x9FFF) || (c >= 0xAC00 && c <= 0xD7AF) || (c >= 0xF900 && c <= 0xFAFF) ||
           (c >= 0xFF00 && c <= 0xFFEF) || c >= 0x20000;
}

double advance(char32_t c) {
    if (c >= 0x20 && c < 0x7F) return ascii_widths[c - 0x20] / 1000.0;
    for (const Range& range : ranges) {
        if (c >= range.first && c <= range.last)
            return display_width(to_utf8(c)) == 0 ? 0 : range.width / 1000.0;
    }
    const std::size_t columns = display_width(to_utf8(c));
    if (columns == 0) return 0;
    if (columns == 2 || ideograph(c)) return c >= 0x1F000 && c < 0x20000 ? 1.35 : 1.02;
    return c >= 0x1F000 ? 1.35 : 0.8;
}

double width_of(std::u32string_view text, double font_size) {
    double sum = 0;
    for (const char32_t c : text) sum += advance(c);
    return sum * font_size;
}

std::string utf8_of(std::u32string_view text) {
    std::string result;
    for (const char32_t c : text) result += to_utf8(c);
    return result;
}

std::u32string stripped(std::u32string_view text) {
    while (!text.empty() && text.front() == U' ') text.remove_prefix(1);
    while (!text.empty() && text.back() == U' ') text.remove_suffix(1);
    return std::u32string(text);
}

// How many characters of the rest go on this line.
std::size_t line_end(std::u32string_view rest, double width, double font_size) {
    double used = 0;
    std::size_t break_after = 0;
    for (std::size_t i = 0; i < rest.size(); ++i) {
        used += advance(rest[i]) * font_size;
        if (used > width && rest[i] != U' ')
            return break_after > 0 ? break_after : std::max<std::size_t>(i, 1);
        const bool next_is_mark = i + 1 < rest.size() && advance(rest[i + 1]) == 0;
        if (rest[i] == U' ' || ((rest[i] == U'-' || rest[i] == U'/') && i > 1) ||
            (ideograph(rest[i]) && !next_is_mark))
            break_after = i + 1;
    }
    return rest.size();
}

std::string with_ellipsis(std::u32string_view rest, double width, double font_size) {
    std::size_t kept = 0;
    double used = advance(U'\u2026') * font_size;
    while (kept < rest.size() && used + advance(rest[kept]) * font_size <= width)
        used += advance(rest[kept++]) * font_size;
    return utf8_of(stripped(rest.substr(0, kept))) + "\u2026";
}

bool from_right(char32_t c) {
    return (c >= 0x0590 && c <= 0x08FF) || (c >= 0xFB1D && c <= 0xFDFF) || (c >= 0xFE70 && c <= 0xFEFE) ||
           (c >= 0x10800 && c <= 0x10FFF) || (c >= 0x1E800 && c <= 0x1EFFF);
}

bool from_left(char32_t c) {
    return (c >= U'A' && c <= U'Z') || (c >= U'a' && c <= U'z') || (c >= 0x00C0 && c <= 0x02AF) ||
           (c >= 0x0370 && c <= 0x058F) || (c >= 0x0900 && c <= 0x1FFF) || ideograph(c);
}

bool unprintable(char32_t c) {
    return c < 0x20 || (c >= 0x7F && c < 0xA0) || (c >= 0x202A && c <= 0x202E) ||
           (c >= 0x2066 && c <= 0x2069) || c == 0xFEFF || (c >= 0xFDD0 && c <= 0xFDEF) ||
           (c & 0xFFFE) == 0xFFFE;
}

}  // namespace

double text_width(std::string_view text, double font_size) { return width_of(code_points(text), font_size); }

std::vector<std::string> wrapped(std::string_view text, double width, std::size_t lines, double font_size) {
    std::vector<std::string> result;
    std::u32string rest = stripped(code_points(text));
    while (!rest.empty()) {
        if (result.size() + 1 == lines && width_of(rest, font_size) > width) {
            result.push_back(with_ellipsis(rest, width, font_size));
            return result;
        }
        const std::size_t end = line_end(rest, width, font_size);
        result.push_back(utf8_of(stripped(std::u32string_view(rest).substr(0, end))));
        rest = stripped(std::u32string_view(rest).substr(end));
    }
    return result;
}

bool right_to_left(std::string_view text) {
    for (const char32_t c : code_points(text)) {
        if (from_right(c)) return true;
        if (from_left(c)) return false;
    }
    return false;
}

double line_height(std::string_view text, double font_size) {
    for (const char32_t c : code_points(text)) {
        if (c >= 0x0590 && c != 0x2026 && !(c >= 0x1E00 && c < 0x2070)) return 1.5 * font_size;
    }
    return 1.22 * font_size;
}

std::string printable(std::string_view text) {
    const auto plain = [](char c) { return c >= 0x20 && c < 0x7F; };
    std::string result;
    result.reserve(text.size());
    for (auto at = text.begin();;) {
        const auto other = std::find_if_not(at, text.end(), plain);
        result.append(at, other);
        if (other == text.end()) return result;
        at = std::find_if(other, text.end(), plain);
        for (const char32_t c : code_points(std::string_view(other, at))) {
            if (c == U'\n' || c == U'\r' || c == U'\t') result += ' ';
            else if (!unprintable(c)) result += to_utf8(c);
        }
    }
}

}  // namespace entente::render
