// The program as a function: arguments and streams in, exit status out.
#pragma once

#include <iosfwd>
#include <span>
#include <string>
#include <vector>

namespace entente {
class Ranks;
}

namespace entente::cli {

struct Context;

// arguments[0] is the program's name. Every error is said on `err` and is the exit status, also that there is
// no memory left. `ranks`: the processes that share the run; null: this one alone.
int run(std::span<const char* const> arguments, std::ostream& out, std::ostream& err,
        Ranks* ranks = nullptr) noexcept;

// From here on the process ends with the status for it, and a word on standard error, as soon as there is no
// memory, rather than throw: destructors of JSON values and of half-made lists ask for memory themselves.
// Once files are being written, which have to be removed then, lack of memory is an exception again
// (base/file).
void end_at_once_without_memory() noexcept;

// One command by its name; the words after it. Throws Error.
void run_command(const std::string& name, Context& context, const std::vector<std::string>& words);

}  // namespace entente::cli
