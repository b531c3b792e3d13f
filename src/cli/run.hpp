// The program as a function: arguments and streams in, exit status out.
#pragma once

#include <iosfwd>
#include <span>

namespace entente::cli {

// arguments[0] is the program's name. Every error is said on `err` and is the exit status, also that there is
// no memory left.
int run(std::span<const char* const> arguments, std::ostream& out, std::ostream& err) noexcept;

}  // namespace entente::cli
