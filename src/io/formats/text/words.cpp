#include "io/formats/text/words.hpp"

#include <algorithm>
#include <charconv>

namespace entente::io {

bool Lines::next() {
    if (next_ >= text_.size()) return false;
    start_ = next_;
    end_ = std::min(text_.find_first_of("\r\n", start_), text_.size());
    next_ = end_ + (text_.substr(end_).starts_with("\r\n") ? 2 : 1);
    return true;
}

std::vector<Word> Lines::words(std::string_view also) const {
    const std::string_view line = this->line();
    const auto divides = [&](char byte) {
        return byte == ' ' || byte == '\t' || also.find(byte) != std::string_view::npos;
    };
    std::vector<Word> words;
    for (std::size_t at = 0; at < line.size();) {
        if (divides(line[at])) {
            ++at;
            continue;
        }
        const std::size_t start = at;
        if (line[at] == '"') {
            const std::size_t end = std::min(line.find('"', at + 1), line.size());
            words.push_back({line.substr(at + 1, end - at - 1), start_ + start, true});
            at = end + 1;
            continue;
        }
        while (at < line.size() && !divides(line[at])) ++at;
        words.push_back({line.substr(start, at - start), start_ + start, false});
    }
    return words;
}

std::optional<std::uint64_t> whole_number(std::string_view text) {
    std::uint64_t number = 0;
    const auto result = std::from_chars(text.data(), text.data() + text.size(), number);
    return result.ec == std::errc() && result.ptr == text.data() + text.size() ? std::optional(number)
                                                                               : std::nullopt;
}

}  // namespace entente::io
