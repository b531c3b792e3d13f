// What is said about the data, and how much of it.
#pragma once

#include <iosfwd>
#include <span>

#include "base/error.hpp"

namespace entente::cli {

struct SayOptions {
    bool color = false;
    std::size_t most = 100;    // diagnostics shown; the rest is counted
    std::string more_by = "";  // how to see the rest: "entente check data"
    bool closing_count = true;
};

// The diagnostics one after another, errors first when not all can be shown, and a closing count ("3 errors,
// 2 warnings").
void say(std::ostream& err, std::span<const Diagnostic> diagnostics, const SayOptions& options);

// "3 errors, 1 warning, 2 notes"; "" for none.
std::string counted(std::span<const Diagnostic> diagnostics);

}  // namespace entente::cli
