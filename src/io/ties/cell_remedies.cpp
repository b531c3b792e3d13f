#include "io/ties/cell_remedies.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <span>
#include <utility>

#include "base/number.hpp"
#include "base/text.hpp"
#include "io/cell_rules.hpp"
#include "io/diagnostics.hpp"
#include "io/ties/column_problems.hpp"
#include "io/vocabulary/vocabulary.hpp"
#include "model/date.hpp"
#include "model/date_forms.hpp"

namespace entente::io {

namespace {

// Digits of other scripts as 0 to 9, every dash and minus sign as a hyphen, without an apostrophe in front,
// by which spreadsheets mark a text, and a point behind.
std::string in_plain_marks(std::string_view cell) {
    constexpr std::array<std::pair<char32_t, char32_t>, 4> zeros{
        {{0x660, 0x669}, {0x6F0, 0x6F9}, {0x966, 0x96F}, {0xFF10, 0xFF19}}};
    std::string plain;
    for (std::size_t at = 0; at < cell.size();) {
        const auto byte = static_cast<unsigned char>(cell[at]);
        const std::size_t length = byte < 0x80 ? 1 : byte < 0xE0 ? 2 : byte < 0xF0 ? 3 : 4;
        char32_t point = length == 1 ? byte : byte & (0xFFU >> (length + 1));
        for (std::size_t i = 1; i < length && at + i < cell.size(); ++i)
            point = point << 6U | (static_cast<unsigned char>(cell[at + i]) & 0x3FU);
        std::string as(cell.substr(at, length));
        for (const auto& [first, last] : zeros) {
            if (point >= first && point <= last)
                as = std::string(1, static_cast<char>('0' + (point - first)));
        }
        if ((point >= 0x2010 && point <= 0x2015) || point == 0x2212) as = "-";
        plain += as;
        at += length;
    }
    if (plain.size() > 1 && plain.front() == '\'') plain.erase(0, 1);
    if (plain.size() > 4 && plain.ends_with('.')) plain.pop_back();
    return plain;
}

// 2001-Q3, 2001Q3, Q3 2001: three months.
std::string quarter_remedy(std::string_view cell) {
    std::string word;
    for (const char c : lower(cell)) {
        if (c != ' ' && c != '-' && c != '/') word += c;
    }
    if (word.size() != 6) return "";
    if (word.front() == 'q') word = word.substr(2) + word.substr(0, 2);
    if (word[4] != 'q' || word[5] < '1' || word[5] > '4' || !parse_date(word.substr(0, 4))) return "";
    const int first = (word[5] - '1') * 3 + 1;
    return fmt::format("write its months, as in [{0}-{1:02}..{0}-{2:02}]", word.substr(0, 4), first,
                       first + 2);
}

// Spring 2014, autumn 1989: three months of it, where the seasons are those of the north.
std::string season_remedy(std::string_view cell) {
    constexpr std::array<std::pair<std::string_view, int>, 5> seasons{
        {{"spring", 3}, {"summer", 6}, {"autumn", 9}, {"fall", 9}, {"winter", 12}}};
    const std::string word = lower(cell);
    const std::size_t blank = word.find(' ');
    if (blank == std::string::npos || !parse_date(word.substr(blank + 1)) || word.size() != blank + 5)
        return "";
    for (const auto& [name, month] : seasons) {
        if (word.substr(0, blank) != name) continue;
        const std::string year = word.substr(blank + 1);
        if (month == 12) return fmt::format("write {0}, or the months that are meant", year);
        return fmt::format("write {0}, or the months, as in [{0}-{1:02}..{0}-{2:02}]", year, month,
                           month + 2);
    }
    return "";
}

// What no calendar has: month 13, 30 February, years before 1.
std::string calendar_remedy(std::string_view cell) {
    const auto digits = [&](std::size_t from, std::size_t count) {
        return from + count <= cell.size() &&
               cell.substr(from, count).find_first_not_of("0123456789") == std::string_view::npos;
    };
    const std::string word = lower(cell);
    if (word == "0000" || (cell.size() > 4 && cell.front() == '-' && digits(1, 4)) || word.ends_with(" bc") ||
        word.ends_with(" bce"))
        return "years begin with 0001; leave the cell empty where it is earlier";
    const bool form = (cell.size() == 7 || (cell.size() == 10 && cell[7] == '-' && digits(8, 2))) &&
                      cell[4] == '-' && digits(0, 4) && digits(5, 2) && cell.substr(5, 2) != "00" &&
                      parse_date(cell.substr(0, 4));
    if (!form) return "";
    if (!parse_date(cell.substr(0, 7))) return fmt::format("there is no month {}", cell.substr(5, 2));
    return fmt::format("{} has no day {}", cell.substr(0, 7), cell.substr(8, 2));
}

// A date with the month named or in any order, of which the month has no such day: 31 April 2020, 30/02/2020,
// 20200230.
std::string day_remedy(std::string_view cell) {
    constexpr std::string_view digits = "0123456789";
    if (cell.size() == 8 && cell.find_first_not_of(digits) == std::string_view::npos)
        return calendar_remedy(
            fmt::format("{}-{}-{}", cell.substr(0, 4), cell.substr(4, 2), cell.substr(6, 2)));
    for (std::size_t at = cell.find_first_of(digits); at != std::string_view::npos;) {
        const std::size_t end = std::min(cell.find_first_not_of(digits, at), cell.size());
        const std::string_view day = cell.substr(at, end - at);
        if (day.size() == 2 && day > "28" && day < "32") {
            const auto possible = date_guesses(fmt::format("{}28{}", cell.substr(0, at), cell.substr(end)));
            if (!possible.empty() && possible[0].size() == 10)
                return fmt::format("{} has no day {}", possible[0].substr(0, 7), day);
        }
        at = cell.find_first_of(digits, end);
    }
    return "";
}

// 1-Jan-20, 12.3.99.
std::string century_remedy(std::string_view cell) {
    const std::size_t mark = cell.find_last_of("./- ");
    if (mark == std::string_view::npos || cell.size() != mark + 3) return "";
    const auto in_century = [&](std::string_view century) {
        return date_guesses(fmt::format("{}{}{}", cell.substr(0, mark + 1), century, cell.substr(mark + 1)));
    };
    const auto late = in_century("20"), early = in_century("19");
    if (late.size() == 1 && early.size() == 1)
        return fmt::format("the year needs four digits: write {} or {}", late[0], early[0]);
    return late.empty() ? "" : "the year needs four digits: write it as in 2014-03-01";
}

bool contains_any(std::string_view text, std::span<const std::string_view> parts) {
    return std::ranges::any_of(parts,
                               [&](std::string_view part) { return text.find(part) != std::string::npos; });
}

// The first of the words that stands in the text, between whatever is no letter; "" where none does.
std::string_view word_among(std::string_view text, std::span<const std::string_view> words) {
    std::string spaced = " ";
    for (const char c : lower(text))
        spaced += (c >= 'a' && c <= 'z') || static_cast<unsigned char>(c) >= 0x80 ? c : ' ';
    spaced += ' ';
    const auto at = std::ranges::find_if(words, [&](std::string_view word) {
        return spaced.find(" " + std::string(word) + " ") != std::string::npos;
    });
    return at == words.end() ? std::string_view() : *at;
}

constexpr std::array<std::string_view, 13> bounds{
    ">", "<", "~", "?", "\u2265", "\u2264", "\u2248", "\u2243", "\u223C", "\u2A7E", "\u2A7D", "\u00B1", "+"};
constexpr std::array<std::string_view, 18> before_estimates{
    "about", "approx", "approximately", "around", "ca",    "circa", "est", "estimated", "at",
    "least", "most",   "than",          "over",   "under", "up",    "to",  "min",       "max"};
constexpr std::array<std::string_view, 6> behind_estimates{"approx",    "approximately", "est",
                                                           "estimated", "more",          "less"};
constexpr std::array<std::string_view, 20> multiples{
    "k",  "m",   "b",   "t",       "tsd",      "thousand", "thousands", "mn",   "mio",   "million",
    "bn", "mrd", "bio", "billion", "trillion", "hundred",  "dozen",     "lakh", "crore", "millions"};
constexpr std::array<std::string_view, 14> no_units{"-", "=", "^", "!",      "|",      "\\",     "\u00D7",
                                                    "#", "&", ";", "\u00F7", "\u00B2", "\u00B3", "\u221A"};

constexpr std::array<std::string_view, 12> currencies{
    "$", "\u20AC", "\u00A3", "\u00A5", "\u20AA", "\u20B9", "\u20BA", "\u20BD", "USD", "EUR", "GBP", "US$"};

// Of a number with something before or behind it: a currency goes; of other words nobody knows whether they
// belong to the number, as in "minus 5" and "5 at most".
std::string remedy_beside_number(std::string_view text) {
    constexpr std::string_view digits = "0123456789";
    const std::size_t first = text.find_first_of(digits), last = text.find_last_of(digits);
    if (first == std::string_view::npos) return "";
    const std::string_view core = text.substr(first, last + 1 - first);
    if (core.find_first_not_of("0123456789.") != std::string_view::npos || !entente::parse_number(core))
        return "";
    const std::string before(text.substr(0, first)), behind(text.substr(last + 1));
    const std::string unit(trimmed(before + behind));
    if (contains_any(unit, bounds) || lower(before).starts_with("c.") ||
        !word_among(before, before_estimates).empty() || !word_among(behind, behind_estimates).empty())
        return "a bound or an estimate is no number: decide on one, and keep the wording in a column note";
    if (before.find('(') != std::string::npos && behind.find(')') != std::string::npos)
        return fmt::format(
            "in brackets accountants write what is below zero: write -{0} if that is meant, else {0}", core);
    if (before.find_first_of("([{") != std::string::npos || contains_any(unit, no_units)) return "";
    if (const std::string_view word = word_among(unit, multiples); !word.empty())
        return fmt::format("write all digits of the number if '{}' is part of it, else the number alone: {}",
                           word, core);
    if (std::ranges::find(currencies, unit) != currencies.end())
        return fmt::format("write the number alone: {}", core);
    const bool is_word = unit.size() > 1 && unit.find_first_of("0123456789.") == std::string::npos;
    return is_word
               ? fmt::format("write {} if {} is only its unit, else all of it in digits", core, quoted(unit))
               : "";
}

// "; --decimal , reads it as 1.5" where that makes a number of the cell.
std::string number_by_decimal(std::string_view cell) {
    std::string text;
    for (const char decimal : {',', '.'}) {
        if (const auto number = parse_decimal(cell, decimal))
            text += fmt::format("{} --decimal {} reads it as {}", text.empty() ? ";" : ",", decimal,
                                format_number(*number));
    }
    return text;
}

// The same where it makes a sign of the cell.
std::string sign_by_decimal(std::string_view cell) {
    for (const char decimal : {',', '.'}) {
        if (parse_sign(cell, decimal))
            return fmt::format("; --decimal {} reads it as {}", decimal,
                               format_number(*parse_decimal(cell, decimal)));
    }
    return "";
}

}  // namespace

std::string sign_problem(std::string_view cell) {
    const auto words = sign_words();
    const auto meant = cell.size() > 2 ? nearest(cell, words) : std::nullopt;
    std::string as_number = sign_by_decimal(cell);
    if (entente::parse_number(cell))
        as_number = "; write only its sign here, and the number into a column weight";
    return fmt::format("the sign must be + or -, not {}{}", quoted(cell),
                       !as_number.empty() ? as_number
                       : meant            ? fmt::format("; did you mean '{}'?", *meant)
                                          : "; leave it empty for a tie without sign");
}

std::string weight_problem(std::string_view cell) {
    const std::string remedy = number_remedy(cell);
    return fmt::format("the weight must be a plain decimal number such as 2 or 0.5, not {}{}", quoted(cell),
                       remedy.empty() ? number_by_decimal(cell) : "; " + remedy);
}

std::string date_problem(std::string_view cell, bool start) {
    const std::string option = dates_option(cell);
    return fmt::format("{} is no date of the form YYYY, YYYY-MM or YYYY-MM-DD; {}{}", quoted(cell),
                       date_remedy(cell, start), option.empty() ? "" : ", or use" + option);
}

std::string date_remedy(std::string_view cell, bool start) {
    if (means_missing(cell)) return "leave the cell empty where the date is not known";
    if (const std::string plain = in_plain_marks(cell); plain != cell)
        return read_date(plain) ? "write " + plain : date_remedy(plain, start);
    if (means_ongoing(cell))
        return start ? "leave the start empty where it is not known" : "leave the end empty";
    const std::size_t dash = cell.find_first_of("-/");
    if (cell.size() == 9 && dash == 4 && parse_date(cell.substr(0, 4)) && parse_date(cell.substr(5))) {
        return fmt::format("write {} here and {} into the column for the {}",
                           start ? cell.substr(0, 4) : cell.substr(5),
                           start ? cell.substr(5) : cell.substr(0, 4), start ? "end" : "start");
    }
    if (const auto day = spreadsheet_day(cell))
        return fmt::format("a spreadsheet counts days so: write {} (format the column as a date)", *day);
    const bool season = cell.size() == 7 && dash == 4 && cell.substr(5) >= "21" && cell.substr(5) <= "41";
    if (season && parse_date(cell.substr(0, 4)))
        return fmt::format("EDTF writes seasons so: write {0}, or the months, as in [{0}-03..{0}-05]",
                           cell.substr(0, 4));
    if (cell.size() == 5 && cell.ends_with("00s"))
        return fmt::format("write {0}X for ten years or {1}XX for a hundred", cell.substr(0, 3),
                           cell.substr(0, 2));
    const std::vector<std::string> readings = date_guesses(cell);
    if (readings.size() == 1) return fmt::format("write {}", readings[0]);
    if (readings.size() == 2)
        return fmt::format("write {} if the day comes first, {} if the month does", readings[0], readings[1]);
    if (dash == 3 && cell.size() == 6 && !date_guesses(fmt::format("{}-2000", cell.substr(0, 3))).empty())
        return "write the year with four digits, as in 2014-04";
    if (std::string remedy = quarter_remedy(cell); !remedy.empty()) return remedy;
    if (std::string remedy = season_remedy(cell); !remedy.empty()) return remedy;
    if (std::string remedy = calendar_remedy(cell); !remedy.empty()) return remedy;
    if (std::string remedy = day_remedy(cell); !remedy.empty()) return remedy;
    if (std::string remedy = century_remedy(cell); !remedy.empty()) return remedy;
    return "write for example 1904, 1904-04 or 1904-04-08";
}

std::string number_remedy(std::string_view cell) {
    if (means_missing(cell))
        return "no strength is known: remove the row, or leave the cell empty, which counts it as 1";
    if (cell.size() > 1 && cell.ends_with('%')) {
        const std::string_view share = trimmed(cell.substr(0, cell.size() - 1));
        if (const auto percent = entente::parse_number(share))
            return fmt::format("write {} or {}", format_number(*percent / 100), share);
    }
    const std::string plain(trimmed(in_plain_marks(cell)));
    if (plain != cell && entente::parse_number(plain)) return "write " + plain;
    return remedy_beside_number(plain);
}

}  // namespace entente::io
