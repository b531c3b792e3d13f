// What a command and its options are, as data: the parser, the help, the manual and the completions all read
// it. No CLI11 here: its header costs half a minute in each file that includes it.
#pragma once

#include <cstdint>
#include <functional>
#include <iosfwd>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "base/control.hpp"

namespace entente::cli {

class Progress;
struct PartRun;

struct Streams {
    std::ostream& out;  // results only
    std::ostream& err;  // everything said to the person
};

// Where the value of an option goes. A comma-separated list fills the vector.
using Target =
    std::variant<bool*, std::string*, std::vector<std::string>*, unsigned*, std::uint64_t*, double*,
                 std::optional<std::string>*, std::optional<double>*, std::optional<std::uint64_t>*>;

// The headings under which the help shows options.
enum class Group { own, ties, data, common };

struct Option {
    std::string names;  // "-m,--measure"; without dashes it is the command's words: "DATA…", of which there
                        // is one option a command
    std::string value;  // what stands for the value in the help: "M,…"; "" for a flag and where the choices
                        // stand there
    std::string help;
    Target target;
    Group group = Group::own;
    bool required = false;
    std::vector<std::string> choices = {};    // the words allowed; empty: any
    std::vector<std::string> elsewhere = {};  // what other commands allow, where this one has no choice
    std::vector<std::string> offered =
        {};  // what a shell offers as the first of the command's words; empty: files
    double least = -1e300, most = 1e300;  // for numbers
    bool given = false;                   // on the command line or by a default of --config or the dataset
    std::vector<std::string> typed = {};  // its values on the command line

    bool is_positional() const { return names.front() != '-'; }
    bool is_flag() const { return std::holds_alternative<bool*>(target); }
    std::string long_name() const;  // "measure"; of a short option alone its letter
};

using Options = std::vector<Option>;

struct Invocation;

// What every command runs with besides its own options.
struct Context {
    Streams streams;
    Control control{};
    const Invocation* invocation = nullptr;  // what was typed, for results that hold the command line
    std::uint64_t seed = 1;
    std::string format = "table";
    std::string output = {};  // -o; "": standard output
    std::string color = "auto";
    bool spreadsheet_safe = false;
    bool quiet = false;
    std::vector<std::string> inputs = {};  // every file read, never to be overwritten
    int status = 0;                        // the exit status of a run without an error
    std::shared_ptr<Progress> progress = nullptr;
    std::shared_ptr<PartRun> part_run = nullptr;  // of a run in parts
};

// The common options that are done with before a command starts.
struct Startup {
    std::string config = {};
    unsigned threads = 0;  // 0: all cores
    bool no_progress = false;
    bool help = false;
    bool version = false;
};

using Action = std::function<void(Context&)>;

struct Example {
    std::string_view arguments;  // after "entente"
    std::string_view what;
};

// What stands in the file that -o names, and so which endings it may have.
enum class Writes {
    result,            // one result: .csv, .json, .txt
    result_or_folder,  // that, .svg, or under other names a folder
    ties_or_folder,    // .csv the ties, .json and .txt a report, or a folder
    folder,
    own  // the command says it itself
};

// `declare` adds the command's options and gives back what is to be done once they are read.
struct Command {
    std::string_view name;
    std::string_view usage;        // after the name: "DATA… A B"
    std::string_view summary;      // one line
    std::string_view description;  // paragraphs
    std::span<const Example> examples;
    Action (*declare)(Options&);
    bool hidden = false;
    Writes writes = Writes::result;
};

// In the order of the help.
std::span<const Command* const> commands();

// A command line: what was typed, the command's own options and the common ones, bound to the context and to
// the startup.
struct Invocation {
    const Command& command;
    std::vector<std::string> words;  // as typed, after the command
    Options options;
    Action action;
};
Invocation prepare(const Command& command, Context& context, Startup& startup);

// All options of the command, to be described: their targets are gone.
Options options_of(const Command& command);

}  // namespace entente::cli
