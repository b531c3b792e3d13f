// The words that files use: header names and what they stand for, signs, directions, letters of reliability.
// docs/format.md lists them for users.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "model/network.hpp"

namespace entente::io {

// A header name as it is compared: lower case, without spaces, line breaks, - _ and :.
std::string normalized(std::string_view header);

// A column of ours and the headers that mean it, the surest first, all normalized.
struct ColumnNames {
    std::string_view name;
    std::span<const std::string_view> aliases;
};

std::span<const ColumnNames> tie_columns();  // without the two ends
// Headers of the one date of a tie that has neither start nor end, the most precise first.
std::span<const std::string_view> point_date_names();
// Headers of columns that date ties in a form that is not read: both ends in one cell; year, month and day in
// columns of their own.
std::span<const std::string_view> span_date_names();
std::span<const std::string_view> part_date_names();
std::span<const ColumnNames> actor_columns();  // id, label, kind
std::span<const ColumnNames> relation_columns();
std::span<const ColumnNames> source_columns();

// The names of all columns of actors and ties, as --columns knows them.
std::span<const std::string_view> column_names();

// Headers that come in pairs, for the ends of a tie: source and target, from and to, …
struct EndNames {
    std::string_view source, target;
};
std::span<const EndNames> end_names();

// Whether some header alias of a ties or actors file covers the header.
bool known_header(std::string_view header);

// + or - or one of the words for them; Sign::none for 0, neutral, ambivalent, mixed, unsigned, none. Nothing
// for any other word.
std::optional<Sign> parse_sign(std::string_view cell);
std::vector<std::string_view> sign_words();

// What the cells of sign, directed and confidence may say, in the order of the format's documentation.
struct CellWords {
    std::string name;     // "sign +"
    std::string meaning;  // "a friendly tie"
    std::vector<std::string_view> words;
};
std::vector<CellWords> cell_words();

// true, false, directed, undirected, mutual … ; mixed says nothing.
std::optional<Directedness> parse_directedness(std::string_view cell);

// Whether the word is one of Gephi's and Kumu's: directed, undirected, mixed, mutual.
bool is_direction_word(std::string_view cell);

// 0 < c <= 1, or a letter A to F of the Admiralty scale of reliability: A .95, B .8, C .6, D .4, E .2, F
// (cannot be judged) .5.
std::optional<double> parse_confidence(std::string_view cell);

}  // namespace entente::io
