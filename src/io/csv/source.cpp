#include "io/csv/source.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cstring>

#include "base/text.hpp"
#include "io/csv/wrong_file.hpp"
#include "io/diagnostics.hpp"

namespace entente::io {

namespace {

constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";

// The length of an unfinished UTF-8 sequence at the end of the text, 0 to 3.
std::size_t unfinished(std::string_view text) {
    for (std::size_t back = 1; back <= std::min<std::size_t>(3, text.size()); ++back) {
        const auto byte = static_cast<unsigned char>(text[text.size() - back]);
        if (byte < 0x80) return 0;
        if (byte < 0xC0) continue;
        const std::size_t wants = byte >= 0xF0 ? 4 : byte >= 0xE0 ? 3 : 2;
        return wants > back ? back : 0;
    }
    return 0;
}

bool is_utf32(std::string_view text) {
    using namespace std::string_view_literals;
    return text.size() >= 4 && (text.starts_with("\xFF\xFE\0\0"sv) || text.starts_with("\0\0\xFE\xFF"sv) ||
                                text.substr(0, 3) == "\0\0\0"sv || text.substr(1, 3) == "\0\0\0"sv);
}

}  // namespace

std::size_t Source::read(char* out, std::size_t size) {
    std::size_t filled = 0;
    if (ahead_ && size > 0) {
        out[filled++] = *ahead_;
        ahead_.reset();
    }
    if (!ended_) filled += input_.read(out + filled, size - filled);
    if (filled == size && filled > 0 && out[filled - 1] == '\r') {
        char next = 0;
        if (input_.read(&next, 1) == 1) ahead_ = next;
    }
    if (bytes_ == 0) {
        const std::string_view start(out, filled);
        const auto foreign = is_utf32(start) || is_utf16(start)
                                 ? std::optional<std::string>(fmt::format(
                                       "the file is UTF-{}; save it as UTF-8 (in Excel: CSV UTF-8)",
                                       is_utf32(start) ? 32 : 16))
                                 : foreign_format(start);
        if (foreign) {
            Diagnostic& diagnostic = diagnostic_.emplace();
            diagnostic.spot = {name(), 1, 1};
            diagnostic.message = *foreign;
            ended_ = true;
            bytes_ += filled;
            last_ = '\n';
            return 0;
        }
    }
    bytes_ += filled;
    if (filled > 0) {
        check(out, filled);
        last_ = out[filled - 1];
    }
    // fast-cpp-csv-parser 2016-05-25 reads beyond the end of a large file whose last line has no line break
    // (its issue 72).
    if (filled < size && last_ != '\n') {
        out[filled++] = '\n';
        last_ = '\n';
    }
    return filled;
}

bool Source::is_utf16(std::string_view text) const {
    if (text.starts_with("\xFF\xFE") || text.starts_with("\xFE\xFF")) return true;
    if (text.size() < 4) return false;
    const auto ascii = [&](std::size_t i) { return text[i] > 0; };
    return (ascii(0) && text[1] == 0 && ascii(2) && text[3] == 0) ||
           (text[0] == 0 && ascii(1) && text[2] == 0 && ascii(3));
}

void Source::check(char* text, std::size_t size) {
    // A carriage return of its own, as old Macintosh programs write it, ends a line.
    for (char* at = text;
         (at = static_cast<char*>(std::memchr(at, '\r', static_cast<std::size_t>(text + size - at)))) !=
         nullptr;
         ++at) {
        const bool line_feed = at + 1 < text + size ? at[1] == '\n' : ahead_ == '\n';
        if (!line_feed) *at = '\n';
        if (at + 1 == text + size) break;
    }
    for (char* at = text;
         (at = static_cast<char*>(std::memchr(at, 0, static_cast<std::size_t>(text + size - at)))) != nullptr;
         ++at) {
        const std::string_view all(text, size);
        complain(all, static_cast<std::size_t>(at - text),
                 "a NUL byte, which no text has; is this a CSV file? Remove the byte or save the file as "
                 "UTF-8 text");
        *at = ' ';
        if (at + 1 == text + size) break;
    }
    const std::string_view all(text, size);
    check_encoding(all);
    const std::size_t last_break = all.rfind('\n');
    constexpr std::size_t most_kept = 2000;
    if (last_break != std::string_view::npos) line_so_far_.clear();
    const std::string_view rest = last_break == std::string_view::npos ? all : all.substr(last_break + 1);
    if (line_so_far_.size() < most_kept) line_so_far_ += rest.substr(0, most_kept);
    lines_ += static_cast<std::uint64_t>(std::count(all.begin(), all.end(), '\n'));
}

void Source::check_encoding(std::string_view text) {
    const auto say = [&](std::size_t at) {
        const auto byte = static_cast<unsigned char>(text[at]);
        complain(text, at,
                 fmt::format("the byte {:02X} is not UTF-8; the file is probably Windows-1252 or Latin-1: "
                             "save it as UTF-8 (in Excel: CSV UTF-8)",
                             byte));
    };
    if (diagnostic_) return;
    std::size_t start = 0;
    if (!partial_.empty()) {
        // Complete the cut sequence from this chunk's first bytes.
        std::string whole = partial_;
        while (start < text.size() && start < 3 &&
               (static_cast<unsigned char>(text[start]) & 0xC0U) == 0x80U && unfinished(whole) > 0)
            whole += text[start++];
        partial_.clear();
        if (first_invalid_utf8(whole)) return say(0);
    }
    const std::size_t tail = ended_ || input_.ended() ? 0 : unfinished(text.substr(start));
    partial_ = text.substr(text.size() - tail);
    if (const auto bad = first_invalid_utf8(text.substr(start, text.size() - start - tail)))
        say(start + *bad);
}

void Source::complain(std::string_view text, std::size_t at, std::string message) {
    if (diagnostic_) return;
    const std::string_view before = text.substr(0, at);
    const std::size_t line_break = before.rfind('\n');
    std::string start(line_break == std::string_view::npos ? line_so_far_ : "");
    start += line_break == std::string_view::npos ? before : before.substr(line_break + 1);
    const std::uint64_t line =
        lines_ + 1 + static_cast<std::uint64_t>(std::count(before.begin(), before.end(), '\n'));
    if (line == 1 && start.starts_with(byte_order_mark)) start.erase(0, byte_order_mark.size());
    const std::string_view rest = text.substr(at, text.find('\n', at) - at);
    diagnostic_ = Diagnostic{{name(), line, character_count(start) + 1},
                             Severity::error,
                             std::move(message),
                             excerpt_of(start + std::string(rest.substr(0, 400)))};
}

}  // namespace entente::io
