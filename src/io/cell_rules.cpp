#include "io/cell_rules.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "base/error.hpp"
#include "base/named.hpp"
#include "base/number.hpp"
#include "base/text.hpp"
#include "io/diagnostics.hpp"
#include "io/vocabulary/vocabulary.hpp"

namespace entente::io {

namespace {

// The digits before the decimal mark without what stands between their groups of three; nothing where the
// groups are others.
std::optional<std::string> ungrouped(std::string_view whole, char decimal) {
    std::string digits, sign;
    if (whole.starts_with('-') || whole.starts_with('+')) {
        sign = whole.substr(0, 1);
        whole.remove_prefix(1);
    }
    const std::array<std::string_view, 6> marks{
        decimal == ',' ? "." : ",", " ", "'", "\u00A0", "\u202F", "\u2019"};
    std::size_t in_group = 0;
    bool grouped = false;
    while (!whole.empty()) {
        const auto mark =
            std::ranges::find_if(marks, [&](std::string_view m) { return whole.starts_with(m); });
        if (mark == marks.end()) {
            digits += whole.front();
            whole.remove_prefix(1);
            ++in_group;
            continue;
        }
        if (grouped ? in_group != 3 : in_group == 0 || in_group > 3) return std::nullopt;
        grouped = true;
        in_group = 0;
        whole.remove_prefix(mark->size());
    }
    if (grouped && in_group != 3) return std::nullopt;
    return sign + digits;
}

}  // namespace

EndIs end_by_rule(const std::map<std::string, std::string>& rules) {
    const auto said = rules.find("end");
    if (said == rules.end()) return EndIs::inclusive;
    constexpr std::array<std::string_view, 2> values{"exclusive", "inclusive"};
    if (std::ranges::find(values, said->second) == values.end())
        throw Error(Fault::usage, "--rule end: " + unknown_name("value", said->second, values));
    return said->second == "exclusive" ? EndIs::exclusive : EndIs::inclusive;
}

void refuse_rules_of_presets(const std::map<std::string, std::string>& rules) {
    for (const auto& [rule, value] : rules) {
        if (rule != "end")
            throw Error(Fault::usage,
                        fmt::format("--rule {}={}: the columns are those of no known data set (entente list "
                                    "presets); of other data a rule says only whether a tie still holds at "
                                    "its end: end=exclusive",
                                    shown(rule), shown(value)));
    }
}

DayInterval last_before(const DayInterval& end, const DayInterval& start) {
    if (end == start) return end;
    const DayInterval days{end.earliest - 1, end.latest - 1};
    const std::string written = to_string(end);
    constexpr std::size_t longer_than_month = 8;  // YYYY-MM and shorter: a year or a month
    if (written.size() >= longer_than_month) return days;
    const std::string day = to_string(DayInterval{days.earliest, days.earliest});
    const DayInterval before = parse_date(day.substr(0, written.size())).value_or(days);
    return before.latest < start.earliest ? days : before;
}

std::optional<double> parse_decimal(std::string_view text, char decimal) {
    if (const auto plain = entente::parse_number(text);
        plain && (decimal != ',' || text.find('.') == std::string_view::npos))
        return plain;
    const auto plain = decimal == 0 ? std::nullopt : plain_number(text, decimal);
    return plain ? entente::parse_number(*plain) : std::nullopt;
}

std::optional<Sign> parse_sign(std::string_view text, char decimal) {
    if (const auto sign = parse_sign(text); sign || decimal == 0) return sign;
    const auto number = parse_decimal(text, decimal);
    return number ? parse_sign(format_number(*number)) : std::nullopt;
}

std::optional<std::string> plain_number(std::string_view text, char decimal) {
    if (entente::parse_number(text) && (decimal != ',' || text.find('.') == std::string_view::npos))
        return std::string(text);
    if (decimal == 0) return std::nullopt;
    const std::size_t mark = text.find(decimal);
    const auto whole = ungrouped(text.substr(0, mark), decimal);
    if (!whole) return std::nullopt;
    const std::string_view rest = mark == std::string_view::npos ? "" : text.substr(mark + 1);
    if (mark != std::string_view::npos && rest.find_first_not_of("0123456789eE+-") != std::string_view::npos)
        return std::nullopt;
    std::string plain = mark == std::string_view::npos ? *whole : *whole + "." + std::string(rest);
    return entente::parse_number(plain) ? std::optional(std::move(plain)) : std::nullopt;
}

void blank_missing(RowBatch& batch, const std::vector<std::string>& missing) {
    if (missing.empty()) return;
    for (RowBatch::Cell& cell : batch.cells) {
        const std::string_view text = std::string_view(batch.text).substr(cell.start, cell.length);
        const bool is_missing = std::ranges::any_of(missing, [text](const std::string& word) {
            return word.size() == text.size() && lower(text) == word;
        });
        if (is_missing) cell.length = 0;
    }
}

bool means_missing(std::string_view cell) {
    // What R, pandas, databases, JavaScript, spreadsheets and code books write.
    constexpr std::array<std::string_view, 31> words{
        "na",      "n/a",    "n.a.",  "n.a",       "nan",     "<na>",    "null",          "(null)",
        "none",    "(none)", "nil",   "undefined", "missing", "(blank)", "not available", "no data",
        "unknown", "-",      "--",    "?",         ".",       "..",      "...",           "-9",
        "-99",     "-999",   "-9999", "#n/a",      "#ref!",   "#value!", "#name?"};
    return std::ranges::find(words, lower(cell)) != words.end();
}

}  // namespace entente::io
