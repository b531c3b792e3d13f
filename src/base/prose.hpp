// Words around numbers and names: the one set of helpers for messages, tables, figures and the page.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>

namespace entente {

// How a count is written: "1204", or "1,204" as on the page.
enum class Digits { together, grouped };

// "1 tie", "2 ties"; without `many` an s is added.
std::string counted(std::uint64_t count, std::string_view one, std::string_view many = "",
                    Digits digits = Digits::together);

// The word alone: "tie" for 1, else "ties".
std::string_view noun(std::uint64_t count, std::string_view one, std::string_view many);

// "a", "a and b", "a, b and c".
std::string listed(std::span<const std::string> words, std::string_view last = "and");

// The same of at most `most` words: "a, b and 3 more".
std::string first_listed(std::span<const std::string> words, std::size_t most);

// Four significant digits and every digit before the point, with the zeros that show how exact it is:
// "0.1200", "1204"; "–" for nan. For sentences and tables.
std::string four_digits(double value);

// At most four significant digits, all digits of an integer, in groups: "0.12", "1,204", "3.2e-09"; "" for
// nan and infinities. For the page.
std::string rounded(double value);

// A number beyond what anybody reads with decimals: four digits and an exponent show more.
bool needs_exponent(double value);

// With so many decimals; "–" for nan, never "-0".
std::string with_decimals(double value, int decimals);

// Fit for element content and quoted attribute values of HTML and XML. Control characters, which both forbid,
// become U+FFFD; tabs and line feeds stay.
std::string escaped(std::string_view text);

// A word as it may be typed into a shell: as it is, or in single quotes.
std::string quoted_for_shell(std::string_view word);

}  // namespace entente
