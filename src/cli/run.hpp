// The program as a function: arguments and streams in, exit status out.
#pragma once

#include <iosfwd>
#include <string>
#include <vector>

namespace entente::cli {

// arguments[0] is the program's name. Never throws; every error is said on `err` and is the exit status.
int run(const std::vector<std::string>& arguments, std::ostream& out, std::ostream& err);

}  // namespace entente::cli
