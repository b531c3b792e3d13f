// Numbers as text, in and out.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace entente {

// '.' decimal point, the shortest text that keeps 12 significant digits; "" for nan (undefined) and
// infinities; never "-0".
std::string format_number(double value);

// A plain decimal number: digits, an optional sign, one '.', an optional exponent. Nothing for inf, nan, hex,
// "1,5", "", and for numbers that overflow. The whole of `text` has to be the number.
std::optional<double> parse_number(std::string_view text);

}  // namespace entente
