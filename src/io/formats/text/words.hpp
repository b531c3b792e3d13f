// Lines of words, as Pajek's, UCINET's and other formats of the time have them.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "io/formats/input/place_counter.hpp"

namespace entente::io {

struct Word {
    std::string_view text;  // without its quotes
    std::size_t start = 0;  // its first byte in the text, quote included
    bool quoted = false;
};

// The lines of a text one after the other; LF, CRLF or CR end one, and the byte order mark is skipped.
class Lines {
public:
    explicit Lines(std::string_view text) : text_(text) {
        if (text.starts_with("\xEF\xBB\xBF")) next_ = 3;
    }
    bool next();
    std::string_view line() const { return text_.substr(start_, end_ - start_); }
    std::size_t start() const { return start_; }

    // The words of the line, divided by blanks, tabs and the bytes of `also`. What stands in quotes is
    // one word; a quote that is never closed goes to the end of the line.
    std::vector<Word> words(std::string_view also = "") const;

private:
    std::string_view text_;
    std::size_t start_ = 0, end_ = 0, next_ = 0;
};

// Digits alone, as far as they fit; nothing else is a number of actors or an actor's number.
std::optional<std::uint64_t> whole_number(std::string_view text);

}  // namespace entente::io
