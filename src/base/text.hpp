// Text as people see it: UTF-8, its width on a screen, the nearest word to a misspelt one.
#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace entente {

// The byte at which the text stops being UTF-8 (RFC 3629: no overlong forms, no surrogates), or nothing when
// all of it is.
std::optional<std::size_t> first_invalid_utf8(std::string_view text);

// The code points of a valid UTF-8 text.
std::u32string code_points(std::string_view text);
std::string to_utf8(char32_t code_point);

// How many code points the text has, and the text's first `count` of them.
std::size_t character_count(std::string_view text);
std::string_view first_characters(std::string_view text, std::size_t count);

// Columns on a terminal: 2 for wide East Asian characters, 0 for combining marks, 1 for all else (Unicode TR
// 11).
std::size_t display_width(std::string_view text);

// Without ASCII white space at both ends.
std::string_view trimmed(std::string_view text);

// ASCII letters in lower case; all else as it is.
std::string lower(std::string_view text);

std::vector<std::string_view> split(std::string_view text, char separator);

// How many insertions, deletions, substitutions and swaps of neighbors lead from a to b (Damerau 1964),
// compared without case; never more than `limit` + 1.
std::size_t edit_distance(std::string_view a, std::string_view b, std::size_t limit);

// The word that `word` was probably meant to be: at most a third of its letters away, or one that it begins.
std::optional<std::string> nearest(std::string_view word, std::span<const std::string_view> words);

}  // namespace entente
