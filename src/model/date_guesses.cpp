#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <charconv>

#include "base/text.hpp"
#include "model/date.hpp"

namespace entente {

namespace {

// The parts of a date: numbers and words, and what stands between them.
struct Parts {
    std::vector<std::string> words;
    std::string marks;  // the first character between each two
};

bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_mark(char c) { return c == '.' || c == '/' || c == '-' || c == ' ' || c == ','; }

// Nothing where a mark stands before the first part or after the last, or two between: an open end of a span,
// a year before Christ, no date.
Parts parts_of(std::string_view text) {
    if (text.empty() || is_mark(text.front()) || is_mark(text.back())) return {};
    Parts parts;
    for (std::size_t i = 0; i < text.size();) {
        if (is_mark(text[i])) {
            parts.marks += text[i];
            std::size_t drawn = 0;  // the others are blanks
            for (; i < text.size() && is_mark(text[i]); ++i) drawn += text[i] != ' ' ? 1 : 0;
            if (drawn > 1) return {};
            continue;
        }
        const bool digits = is_digit(text[i]);
        std::string word;
        while (i < text.size() && !is_mark(text[i]) && is_digit(text[i]) == digits) word += text[i++];
        parts.words.push_back(lower(word));
        if (i < text.size() && !is_mark(text[i])) parts.marks += ' ';
    }
    return parts;
}

std::optional<unsigned> number_of(const std::string& word) {
    unsigned value = 0;
    const auto [end, code] = std::from_chars(word.data(), word.data() + word.size(), value);
    return code == std::errc{} && end == word.data() + word.size() ? std::optional(value) : std::nullopt;
}

// English and German, as far as it takes to distinguish them.
std::optional<unsigned> month_of(const std::string& word) {
    constexpr std::array<std::array<std::string_view, 3>, 12> months{{{"january", "januar", "jänner"},
                                                                      {"february", "februar", "feber"},
                                                                      {"march", "märz", "mrz"},
                                                                      {"april", "april", "april"},
                                                                      {"may", "mai", "mai"},
                                                                      {"june", "juni", "june"},
                                                                      {"july", "juli", "july"},
                                                                      {"august", "august", "august"},
                                                                      {"september", "september", "sept"},
                                                                      {"october", "oktober", "october"},
                                                                      {"november", "november", "november"},
                                                                      {"december", "dezember", "december"}}};
    if (character_count(word) < 3) return std::nullopt;
    for (unsigned month = 0; month < months.size(); ++month) {
        for (const std::string_view name : months.at(month)) {
            if (name.starts_with(word)) return month + 1;
        }
    }
    return std::nullopt;
}

void add(std::vector<std::string>& readings, const std::string& year, unsigned month, unsigned day) {
    const std::string text =
        day == 0 ? fmt::format("{}-{:02}", year, month) : fmt::format("{}-{:02}-{:02}", year, month, day);
    if (month >= 1 && parse_date(text) && std::find(readings.begin(), readings.end(), text) == readings.end())
        readings.push_back(text);
}

// 1914-8, 8/1914.
void read_two(std::vector<std::string>& readings, const Parts& parts) {
    const auto [first, second] = std::pair(number_of(parts.words[0]), number_of(parts.words[1]));
    if (parts.words[0].size() == 4 && first && second) add(readings, parts.words[0], *second, 0);
    if (parts.words[1].size() == 4 && second && first) add(readings, parts.words[1], *first, 0);
    if (const auto month = month_of(parts.words[0]); month && parts.words[1].size() == 4)
        add(readings, parts.words[1], *month, 0);
    if (const auto month = month_of(parts.words[1]); month && parts.words[0].size() == 4)
        add(readings, parts.words[0], *month, 0);
}

// 1914/8/1, 1.8.1914 (day first), 8/1/1914 (either), 1 August 1914, August 1, 1914.
void read_three(std::vector<std::string>& readings, const Parts& parts) {
    const std::array<std::optional<unsigned>, 3> numbers{number_of(parts.words[0]), number_of(parts.words[1]),
                                                         number_of(parts.words[2])};
    if (parts.words[0].size() == 4) {
        if (numbers[0] && numbers[1] && numbers[2]) add(readings, parts.words[0], *numbers[1], *numbers[2]);
        return;
    }
    const std::string& year = parts.words[2];
    if (year.size() != 4 || !numbers[2]) return;
    if (numbers[0] && numbers[1]) {
        add(readings, year, *numbers[1], *numbers[0]);
        if (parts.marks[0] != '.') add(readings, year, *numbers[0], *numbers[1]);
        return;
    }
    if (const auto month = month_of(parts.words[1]); month && numbers[0])
        add(readings, year, *month, *numbers[0]);
    if (const auto month = month_of(parts.words[0]); month && numbers[1])
        add(readings, year, *month, *numbers[1]);
}

}  // namespace

std::vector<std::string> date_guesses(std::string_view text) {
    std::vector<std::string> readings;
    text = trimmed(text);
    if (text.size() > 40) return readings;
    // 1914-08-01T00:00:00Z, 1914-08-01 00:00
    if (text.size() > 10 && (text[10] == 'T' || text[10] == ' ') && parse_date(text.substr(0, 10)))
        return {std::string(text.substr(0, 10))};
    if (text.size() == 8 && text.find_first_not_of("0123456789") == std::string_view::npos) {
        const std::string dashed =
            fmt::format("{}-{}-{}", text.substr(0, 4), text.substr(4, 2), text.substr(6, 2));
        if (parse_date(dashed)) readings.push_back(dashed);
        return readings;
    }
    // c. 1914, ~1914, 1914?
    Parts parts = parts_of(text);
    if (!parts.words.empty() && (parts.words[0] == "c" || parts.words[0] == "ca" ||
                                 parts.words[0] == "circa" || parts.words[0] == "~"))
        parts.words.erase(parts.words.begin());
    if (parts.words.size() == 2 && (parts.words[1] == "?" || parts.words[1] == "~")) parts.words.pop_back();
    if (parts.words.size() == 1 && parts.words[0].size() == 4 && parse_date(parts.words[0]))
        readings.push_back(parts.words[0]);
    if (parts.words.size() == 2) read_two(readings, parts);
    if (parts.words.size() == 3) read_three(readings, parts);
    return readings;
}

}  // namespace entente
