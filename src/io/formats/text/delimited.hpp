// Tables without a header as cells with places: for matrices and lists, which CSV's own reader does not take.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "io/formats/input/place_counter.hpp"

namespace entente::io {

struct DelimitedCell {
    std::string text;  // trimmed where it has no quotes
    CellPlace place;
    bool quoted = false;
};

using DelimitedRow = std::vector<DelimitedCell>;

// Splits RFC 4180 text at the delimiter; ' ' stands for any number of blanks and tabs. Blank lines, and where
// `comments` is given lines that begin with # or %, are skipped. An unclosed quote is reported at its place.
enum class Comments { none, hash_and_percent };
std::vector<DelimitedRow> delimited_rows(std::string_view text, char delimiter, Comments comments,
                                         Problems& problems);

// The delimiter of a text: the first of semicolon, tab, comma and | that its first line with words has, else
// ' '.
char delimiter_of(std::string_view text, Comments comments);

}  // namespace entente::io
