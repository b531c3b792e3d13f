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

}  // namespace

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
