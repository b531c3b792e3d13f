// From bytes of a text to lines and columns, and what is wrong at them.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "base/error.hpp"
#include "io/formats/raw_network.hpp"

namespace entente::io {

// Lines and columns of a text (columns in Unicode characters). Asked for places that only grow, it looks at
// each byte once; for an earlier place it begins again, with the line or the text.
class PlaceCounter {
public:
    explicit PlaceCounter(std::string_view text) : text_(text) {}
    CellPlace at(std::size_t position);

private:
    std::string_view text_;
    std::size_t position_ = 0, line_start_ = 0;
    CellPlace place_{1, 1};
};

// The problems of one file, each with its line below it. Beyond `most` they are left out, so that a file of
// garbage does not fill the memory.
class Problems {
public:
    static constexpr std::size_t most = 1000;

    Problems(std::string file, std::string_view text) : file_(std::move(file)), text_(text) {}

    void error(CellPlace place, std::string message) { tell(Severity::error, place, std::move(message)); }
    void warning(CellPlace place, std::string message) { tell(Severity::warning, place, std::move(message)); }
    void note(CellPlace place, std::string message) { tell(Severity::note, place, std::move(message)); }
    bool any_error() const { return errors_ > 0; }

    std::vector<Diagnostic> take() { return std::move(reported_); }

private:
    void tell(Severity severity, CellPlace place, std::string message);
    std::string line(std::uint32_t number);

    std::string file_;
    std::string_view text_;
    std::vector<Diagnostic> reported_;
    std::size_t errors_ = 0;
    std::uint32_t known_line_ = 1;  // where the last excerpt was taken
    std::size_t known_start_ = 0;
};

}  // namespace entente::io
