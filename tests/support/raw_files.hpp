// What a reader of a format gives back, as text that a test can compare.
#pragma once

#include <string>

#include "io/formats/raw_network.hpp"

namespace entente::test {

// The table as CSV would have it, without quotes: "id,label\na,A\n".
std::string text_of(const io::RawTable& table);

// The diagnostics as a user sees them, one a line, without the folder of the file.
std::string text_of(const io::RawFile& file);

}  // namespace entente::test
