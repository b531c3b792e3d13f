#include "io/formats/input/text_input.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "base/text.hpp"
#include "io/formats/input/place_counter.hpp"

namespace entente::io {

namespace {

bool is_utf16(std::string_view text) { return text.starts_with("\xFF\xFE") || text.starts_with("\xFE\xFF"); }

// CRLF and lone CR become LF.
void unify_line_ends(std::string& text) {
    std::size_t out = text.find('\r');
    if (out == std::string::npos) return;
    for (std::size_t in = out; in < text.size(); ++in) {
        if (text[in] != '\r') {
            text[out++] = text[in];
        } else if (in + 1 == text.size() || text[in + 1] != '\n') {
            text[out++] = '\n';
        }
    }
    text.resize(out);
}

// Where the text stops being one; its size if it never does.
std::size_t first_bad_byte(std::string_view text) {
    if (is_utf16(text)) return 0;
    const std::size_t nul = std::min(text.find('\0'), text.size());
    return first_invalid_utf8(text.substr(0, nul)).value_or(nul);
}

std::string what_is_wrong(std::string_view text, std::size_t at) {
    if (is_utf16(text)) return "the file is UTF-16; save it as UTF-8";
    if (text[at] == '\0') return "a NUL byte, which no text has; is the file damaged?";
    return fmt::format(
        "the byte {:02X} is not UTF-8; the file is probably Windows-1252 or Latin-1: save it as "
        "UTF-8",
        static_cast<unsigned char>(text[at]));
}

}  // namespace

InputText read_text(const Input& input, const Control& control) {
    InputText result{input.path == "-" ? "stdin" : input.path, read_bytes(input, control)};
    const std::size_t bad = first_bad_byte(result.text);
    if (bad < result.text.size()) {
        const CellPlace place = PlaceCounter(result.text).at(bad);
        result.problems.push_back(
            {{result.file, place.line, place.column}, Severity::error, what_is_wrong(result.text, bad)});
        result.text.clear();
        return result;
    }
    unify_line_ends(result.text);
    return result;
}

}  // namespace entente::io
