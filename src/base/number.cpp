#include "base/number.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <cmath>

namespace entente {

std::string format_number(double value) {
    if (!std::isfinite(value)) return "";
    if (value == 0) return "0";
    std::string text = fmt::format("{:.12g}", value);
    if (text == "-0") return "0";
    return text;
}

std::optional<double> parse_number(std::string_view text) {
    if (text.starts_with('+')) text.remove_prefix(1);
    const bool plain = !text.empty() && std::all_of(text.begin(), text.end(), [](char c) {
        return (c >= '0' && c <= '9') || c == '.' || c == 'e' || c == 'E' || c == '+' || c == '-';
    });
    if (!plain) return std::nullopt;
    double value = 0;
    const auto [end, error] =
        std::from_chars(text.data(), text.data() + text.size(), value, std::chars_format::general);
    if (end != text.data() + text.size() || error == std::errc::invalid_argument) return std::nullopt;
    if (error == std::errc::result_out_of_range) {
        // from_chars reports underflow as it does overflow: 1e-999 is a fine 0, 1e999 is not a number we can
        // hold.
        const std::size_t exponent = text.find_first_of("eE");
        const bool tiny = exponent != std::string_view::npos
                              ? text.substr(exponent + 1).starts_with('-')
                              : text.starts_with("0.") || text.starts_with("-0.") || text.starts_with('.');
        if (!tiny) return std::nullopt;
        return 0.0;
    }
    return std::isfinite(value) ? std::optional(value) : std::nullopt;
}

}  // namespace entente
