// A file or standard input in pieces that end with a record.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/control.hpp"
#include "io/csv/record_scanner.hpp"
#include "io/formats/input/byte_source.hpp"

namespace entente::io {

class PieceReader {
public:
    // Opens it and reads the first bytes; "-" is standard input. Throws Error(Fault::file).
    PieceReader(const Input& input, const Control& control);

    const std::string& name() const { return source_.name(); }
    std::uint64_t bytes_read() const { return bytes_; }

    // What is at hand of the text not yet taken, without a byte order mark; all of it or at least 64 KiB.
    std::string_view ahead();
    void skip(std::size_t bytes) { start_ += bytes; }

    // The next pieces, of about `piece` bytes, at most `count`; none at the end. They hold until the next
    // call.
    std::vector<std::string_view> next(const TableForm& form, std::size_t piece, std::size_t count);

private:
    void fill(std::size_t want);

    const Control& control_;
    ByteSource source_;
    std::uint64_t bytes_ = 0;
    std::string buffer_;
    std::size_t start_ = 0, end_ = 0;  // of what is not yet taken
    bool ended_ = false;               // no byte is left but those at hand
};

}  // namespace entente::io
