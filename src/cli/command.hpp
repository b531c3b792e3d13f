// What a command is, as data: the parser, the help, the manual and the completions all read it. No CLI11 here: its header
// costs half a minute in each file that includes it.
#pragma once

#include "base/control.hpp"

#include <cstdint>
#include <functional>
#include <iosfwd>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace entente::cli {

struct Streams {
    std::ostream& out;  // results only
    std::ostream& err;  // everything said to the person
};

// Where the parsed value of an option goes. A comma-separated list fills the vector.
using Target = std::variant<bool*, std::string*, std::vector<std::string>*, unsigned*, std::uint64_t*, double*, std::optional<std::string>*,
                            std::optional<double>*, std::optional<std::uint64_t>*>;

struct Option {
    std::string names;    // "-m,--measure"; without dashes it is a positional argument
    std::string value;    // what stands for the value in the help: "M,…"; "" for a flag
    std::string help;
    Target target;
    bool required = false;
    std::vector<std::string> choices = {};  // the words allowed; empty: any
};

using Options = std::vector<Option>;

// What every command gets besides its own options.
struct Context {
    Streams streams;
    Control control;
    std::uint64_t seed = 1;
    std::string format = "table";  // table | csv | json
    std::string output;            // -o; "": standard output
    bool quiet = false;
    bool color = false;
};

using Action = std::function<void(Context&)>;

// `declare` adds the options of the command and gives back what is to be done once they are read.
struct Command {
    std::string_view name;
    std::string_view summary;
    Action (*declare)(Options&);
};

std::span<const Command> commands();

}  // namespace entente::cli
