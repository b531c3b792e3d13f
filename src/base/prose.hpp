// Words around numbers and names: the one set of helpers for messages, tables, figures and the page.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>

namespace entente {

// "1 tie", "2 ties"; without `many` an s is added.
std::string counted(std::uint64_t count, std::string_view one, std::string_view many = "");

// The word alone: "tie" for 1, else "ties".
std::string_view noun(std::uint64_t count, std::string_view one, std::string_view many);

// "a", "a and b", "a, b and c".
std::string listed(std::span<const std::string> words, std::string_view last = "and");

// A word as it may be typed into a shell: as it is, or in single quotes.
std::string quoted_for_shell(std::string_view word);

}  // namespace entente
