// The bytes of one input, checked on their way: what comes out is UTF-8 without NUL, its lines end with LF or
// CRLF, the last one too.
#pragma once

#include <atomic>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "base/control.hpp"
#include "base/error.hpp"
#include "io/formats/input/byte_source.hpp"

namespace entente::io {

class Source {
public:
    // Opens the file, or standard input for "-". Throws Error(Fault::file).
    Source(const Input& input, const Control& control) : input_(input, control) {}

    const std::string& name() const { return input_.name(); }  // as messages call it
    std::uint64_t size() const { return input_.size(); }       // 0 when unknown, as for a pipe

    // Fills `out` with the next bytes; fewer only at the end. A bad byte is kept in mind (see diagnostic) and
    // reading goes on, so that the rows get their own messages; a file that is not text at all ends at once.
    // A failing read throws Error(Fault::file).
    std::size_t read(char* out, std::size_t size);

    // The first thing wrong with the bytes, once all are read.
    const std::optional<Diagnostic>& diagnostic() const { return diagnostic_; }
    std::uint64_t bytes_read() const { return bytes_; }

private:
    void check(char* text, std::size_t size);
    void check_encoding(std::string_view text);
    void complain(std::string_view text, std::size_t at, std::string message);
    bool is_utf16(std::string_view text) const;

    ByteSource input_;
    bool ended_ = false;  // nothing more is taken, whatever the input still holds
    std::uint64_t lines_ = 0;
    std::atomic<std::uint64_t> bytes_{0};  // looked at by another thread, for progress
    std::string line_so_far_;              // of the line that the chunk before left open, for messages
    std::string partial_;                  // a UTF-8 sequence cut by the end of the chunk before
    std::optional<char> ahead_;
    char last_ = '\n';
    std::optional<Diagnostic> diagnostic_;
};

}  // namespace entente::io
