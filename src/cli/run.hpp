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

// One command by its name; the words after it. Throws Error.
void run_command(const std::string& name, Context& context, const std::vector<std::string>& words);

}  // namespace entente::cli
