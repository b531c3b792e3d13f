// The whole text of an input, for the readers of formats that are text.
#pragma once

#include <string>
#include <vector>

#include "base/error.hpp"
#include "io/formats/input/byte_source.hpp"

namespace entente::io {

struct InputText {
    std::string file;                       // as messages call it
    std::string text;                       // UTF-8 without NUL; lines end with LF, but perhaps the last
    std::vector<Diagnostic> problems = {};  // the first byte that is none of a text, and then no text
};

// Throws Error(Fault::file) and Error(Fault::interrupted).
InputText read_text(const Input& input, const Control& control);

}  // namespace entente::io
