#include "base/terminal_text.hpp"

#include <array>

#include "base/text.hpp"

namespace entente {

namespace {

constexpr char mark = '\xFF', end_mark = '\xFE';
constexpr std::array<std::string_view, 4> sequences{"\x1b[1m", "\x1b[1;31m", "\x1b[1;33m", "\x1b[1;36m"};
constexpr std::string_view reset = "\x1b[0m", replacement = "\xEF\xBF\xBD";

bool acts(char32_t c) {
    if (c == U'\n' || c == U'\t') return false;
    return c < 0x20 || (c >= 0x7F && c < 0xA0) || c == 0x2028 || c == 0x2029 ||
           (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069);
}

// The bytes of the character that begins at `at` of a valid text.
std::size_t length_at(std::string_view text, std::size_t at) {
    const auto lead = static_cast<unsigned char>(text[at]);
    return lead < 0x80 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;
}

void append_filtered(std::string& out, std::string_view valid) {
    std::size_t kept = 0;  // where the run begins that is copied as it is
    for (std::size_t at = 0; at < valid.size();) {
        const std::size_t length = length_at(valid, at);
        const bool plain = length == 1 && valid[at] >= 0x20 && valid[at] < 0x7F;
        if (!plain && acts(code_points(valid.substr(at, length)).front())) {
            out.append(valid.substr(kept, at - kept)).append(replacement);
            kept = at + length;
        }
        at += length;
    }
    out.append(valid.substr(kept));
}

}  // namespace

std::string styled(Style style, std::string_view text) {
    std::string marked{mark, static_cast<char>('0' + static_cast<int>(style))};
    return marked.append(text).append(1, end_mark);
}

std::string for_terminal(std::string_view text) {
    std::string out;
    out.reserve(text.size());
    while (!text.empty()) {
        const std::size_t valid = first_invalid_utf8(text).value_or(text.size());
        append_filtered(out, text.substr(0, valid));
        text.remove_prefix(valid);
        if (text.empty()) break;
        const std::size_t which =
            text.size() > 1 ? static_cast<std::size_t>(text[1] - '0') : sequences.size();
        if (text.front() == mark && which < sequences.size()) {
            out.append(sequences[which]);
            text.remove_prefix(2);
            continue;
        }
        out.append(text.front() == end_mark ? reset : replacement);
        text.remove_prefix(1);
    }
    return out;
}

std::string_view first_columns(std::string_view text, std::size_t width) {
    std::size_t at = 0, used = 0;
    while (at < text.size()) {
        const std::size_t length = std::min(length_at(text, at), text.size() - at);
        used += display_width(text.substr(at, length));
        if (used > width) break;
        at += length;
    }
    return text.substr(0, at);
}

}  // namespace entente
