#include "base/prose.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

namespace entente {

namespace {

std::string in_groups(std::string digits) {
    const std::size_t first = digits.starts_with('-') ? 1 : 0;
    for (std::size_t at = digits.size(); at > first + 3;) {
        at -= 3;
        digits.insert(at, ",");
    }
    return digits;
}

// What stands for a character of markup; "" where it stands for itself.
std::string_view entity_of(char c) {
    switch (c) {
        case '&':
            return "&amp;";
        case '<':
            return "&lt;";
        case '>':
            return "&gt;";
        case '"':
            return "&quot;";
        case '\'':
            return "&#39;";
        case '\t':
        case '\n':
            return "";
        default:
            return static_cast<unsigned char>(c) < 0x20 || c == 0x7f ? "\xEF\xBF\xBD" : "";
    }
}

}  // namespace

std::string_view noun(std::uint64_t count, std::string_view one, std::string_view many) {
    return count == 1 ? one : many;
}

std::string counted(std::uint64_t count, std::string_view one, std::string_view many, Digits digits) {
    std::string text = std::to_string(count);
    if (digits == Digits::grouped) text = in_groups(std::move(text));
    text += ' ';
    if (count == 1 || !many.empty()) return text.append(noun(count, one, many));
    return text.append(one) + "s";
}

std::string listed(std::span<const std::string> words, std::string_view last) {
    std::string text;
    for (std::size_t i = 0; i < words.size(); ++i) {
        if (i > 0 && i + 1 == words.size()) text.append(" ").append(last).append(" ");
        else if (i > 0) text += ", ";
        text += words[i];
    }
    return text;
}

std::string first_listed(std::span<const std::string> words, std::size_t most) {
    if (words.size() <= most) return listed(words);
    std::string text;
    for (const std::string& word : words.first(most)) text += (text.empty() ? "" : ", ") + word;
    return text + " and " + std::to_string(words.size() - most) + " more";
}

bool needs_exponent(double value) {
    const double size = std::fabs(value);
    return size != 0 && (size < 5e-5 || size >= 1e15);
}

std::string with_decimals(double value, int decimals) {
    if (std::isnan(value)) return "–";
    const std::string text = fmt::format("{:.{}f}", value, decimals);
    const bool zero = text.find_first_not_of("-0.") == std::string::npos;
    return zero && text.front() == '-' ? text.substr(1) : text;
}

std::string four_digits(double value) {
    if (std::isnan(value)) return "–";
    if (needs_exponent(value)) return fmt::format("{:.4g}", value);
    if (value == std::floor(value)) return with_decimals(value, 0);
    const int before_point = static_cast<int>(std::floor(std::log10(std::fabs(value)))) + 1;
    return with_decimals(value, std::clamp(4 - before_point, 0, 8));
}

std::string rounded(double value) {
    if (std::isnan(value) || std::isinf(value)) return "";
    const bool whole = value == std::floor(value) || std::abs(value) >= 1000;
    if (whole && std::abs(value) < 1e15) return in_groups(fmt::format("{:.0f}", value + 0.0));
    return fmt::format("{:.4g}", value);
}

std::string escaped(std::string_view text) {
    std::string result;
    result.reserve(text.size());
    for (const char c : text) {
        const std::string_view entity = entity_of(c);
        if (entity.empty()) result += c;
        else result += entity;
    }
    return result;
}

std::string quoted_for_shell(std::string_view word) {
    constexpr std::string_view special = " \t\n'\"$&;()<>|*?\\`[]{}#!~";
    if (!word.empty() && word.find_first_of(special) == std::string_view::npos) return std::string(word);
    std::string text = "'";
    for (const char c : word) {
        if (c == '\'') text += "'\\''";
        else text += c;
    }
    return text + "'";
}

}  // namespace entente
