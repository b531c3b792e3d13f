// Inputs that can be read again from their beginning, for what only the whole of them decides.
#pragma once

#include "base/control.hpp"
#include "io/formats/input/byte_source.hpp"

namespace entente::io {

// A file without a name, to be closed by the caller. Throws Error(Fault::file).
int temporary_file();

class KeptInput {
public:
    // What is to be read after peek(). The bytes of a pipe go to a temporary file. Throws Error(Fault::file),
    // and Error(Fault::interrupted) once control.stop is set.
    KeptInput(const Input& peeked, const Control& control);

    // Whether it needs no copy to be read again: no pipe.
    static bool needs_no_copy(const Input& input);

    // The input at its beginning; what was given before is not to be read any more.
    Input again() const;

private:
    Input input_;
    long long beginning_ = -1;  // where it begins in what its descriptor is of; -1: it is opened by its path
};

}  // namespace entente::io
