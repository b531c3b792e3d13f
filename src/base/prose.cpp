#include "base/prose.hpp"

namespace entente {

std::string_view noun(std::uint64_t count, std::string_view one, std::string_view many) {
    return count == 1 ? one : many;
}

std::string counted(std::uint64_t count, std::string_view one, std::string_view many) {
    std::string text = std::to_string(count) + " ";
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
