// How cells are to be read that more than one way of writing has: the options --decimal, --dates, --missing,
// --sign and --rule end=exclusive.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "io/table_reader.hpp"
#include "model/date.hpp"
#include "model/date_forms.hpp"
#include "model/network.hpp"

namespace entente::io {

// Whether a tie still holds at the end that its row says.
enum class EndIs { inclusive, exclusive };

struct CellRules {
    char decimal = 0;  // ',' or '.', the other one may then stand between thousands; 0: only plain numbers
    DateOrder dates = DateOrder::unknown;
    std::vector<std::string> missing = {};  // cells that mean nothing was written, in lower case
    std::optional<Sign> sign = {};          // of ties for which neither row nor relation nor weight says one
    EndIs end = EndIs::inclusive;
};

// What --rule says of a table that no preset knows, where only the end is to be decided. Throws
// Error(Fault::usage) for another value than exclusive and inclusive.
EndIs end_by_rule(const std::map<std::string, std::string>& rules);

// Throws Error(Fault::usage) for a rule that only a preset could know.
void refuse_rules_of_presets(const std::map<std::string, std::string>& rules);

// When a tie last holds whose exclusive end is that: the year before a year, the month before a month; else,
// and where the tie begins later than these, a day less on either reading. What begins and ends at once has
// been there at that time.
DayInterval last_before(const DayInterval& end, const DayInterval& start);

// A number with that decimal mark; the other one, spaces and apostrophes may stand between groups of three
// digits before it. Without a mark as entente::parse_number.
std::optional<double> parse_decimal(std::string_view text, char decimal);

// The same number as plain text, every digit of it: 1234.5 for 1.234,5.
std::optional<std::string> plain_number(std::string_view text, char decimal);

// parse_sign, also of 1 and -1 written with that decimal mark: -1,0.
std::optional<Sign> parse_sign(std::string_view text, char decimal);

// Empties the cells that mean nothing was written, compared without case.
void blank_missing(RowBatch& batch, const std::vector<std::string>& missing);

// Whether programs write the word where a value is missing: NA, nan, null, -9, …
bool means_missing(std::string_view cell);

}  // namespace entente::io
