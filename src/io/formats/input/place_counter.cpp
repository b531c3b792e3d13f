#include "io/formats/input/place_counter.hpp"

#include <algorithm>

#include "io/diagnostics.hpp"

namespace entente::io {

CellPlace PlaceCounter::at(std::size_t position) {
    position = std::min(position, text_.size());
    if (position < position_) {
        const bool same_line = position >= line_start_;
        position_ = same_line ? line_start_ : 0;
        place_ = {same_line ? place_.line : 1, 1};
        line_start_ = position_;
    }
    for (; position_ < position; ++position_) {
        const char byte = text_[position_];
        if (byte == '\n') {
            ++place_.line;
            place_.column = 1;
            line_start_ = position_ + 1;
        } else if ((static_cast<unsigned char>(byte) & 0xC0U) != 0x80U) {
            ++place_.column;
        }
    }
    return place_;
}

std::string Problems::line(std::uint32_t number) {
    if (number < known_line_) {
        known_line_ = 1;
        known_start_ = 0;
    }
    while (known_line_ < number) {
        const std::size_t end = text_.find('\n', known_start_);
        if (end == std::string_view::npos) return "";
        known_start_ = end + 1;
        ++known_line_;
    }
    constexpr std::size_t most_shown = 2000;
    std::string_view found = text_.substr(known_start_, most_shown + 1);
    found = found.substr(0, found.find('\n'));
    if (found.ends_with('\r')) found.remove_suffix(1);
    return found.size() > most_shown ? "" : excerpt_of(found);
}

void Problems::tell(Severity severity, CellPlace place, std::string message) {
    if (severity == Severity::error) ++errors_;
    if (reported_.size() >= most) return;
    reported_.push_back({{file_, place.line, place.column}, severity, std::move(message), line(place.line)});
}

}  // namespace entente::io
