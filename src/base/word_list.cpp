#include "base/word_list.hpp"

#include <algorithm>

#include "base/text.hpp"

namespace entente {

namespace {

// Where the quotation ends that begins the text: after its closing mark; npos where none closes it.
std::size_t end_of_quotation(std::string_view text) {
    for (std::size_t at = 1; at < text.size(); ++at) {
        if (text[at] != '"') continue;
        if (at + 1 < text.size() && text[at + 1] == '"') {
            ++at;
            continue;
        }
        const std::string_view rest = trimmed(text.substr(at + 1));
        return rest.empty() || rest.front() == ',' ? at + 1 : std::string_view::npos;
    }
    return std::string_view::npos;
}

std::string unquoted(std::string_view quotation) {
    std::string word;
    for (std::size_t at = 1; at + 1 < quotation.size(); ++at) {
        word += quotation[at];
        if (quotation[at] == '"') ++at;
    }
    return word;
}

}  // namespace

std::vector<std::string> words_of_list(std::string_view text) {
    std::vector<std::string> words;
    for (bool more = true; more;) {
        text = trimmed(text);
        const std::size_t end = text.starts_with('"') ? end_of_quotation(text) : std::string_view::npos;
        const std::size_t comma = text.find(',', end == std::string_view::npos ? 0 : end);
        if (end != std::string_view::npos) words.push_back(unquoted(text.substr(0, end)));
        else words.emplace_back(trimmed(text.substr(0, comma)));
        more = comma != std::string_view::npos;
        if (more) text.remove_prefix(comma + 1);
    }
    return words;
}

std::string as_list_word(std::string_view word) {
    if (word.find(',') == std::string_view::npos && !word.starts_with('"')) return std::string(word);
    std::string quoted = "\"";
    for (const char c : word) {
        quoted += c;
        if (c == '"') quoted += '"';
    }
    return quoted + '"';
}

}  // namespace entente
