// What is said to the person, on standard error, and results where they belong.
#pragma once

#include <iosfwd>
#include <span>
#include <string_view>

#include "cli/options/command.hpp"

namespace entente::cli {

// Whether what is said on standard error, or the tables on standard output, are colored.
bool colors_for_people(const Context& context);
bool colors_for_results(const Context& context);

// One line on standard error, not with --quiet.
void note(Context& context, std::string_view text);

// An option, whether it was given.
struct OptionGiven {
    std::string_view name;
    bool given = false;
};

// Notes the options given that change nothing, and why: "--theme has no effect on a .dot file".
void tell_without_effect(Context& context, std::span<const OptionGiven> options, std::string_view why);

// Throws Error(Fault::usage) when one of the paths is a file that is read.
void refuse_inputs(const Context& context, std::span<const std::string> outputs);

// A line on standard error: what is in it cannot act on the terminal.
void tell(std::ostream& err, std::string_view text);

// Who reads a result: a person, who gets no control characters; a program, who gets every byte unless its
// place is a terminal.
enum class Reader { person, program };

// A text on standard output.
void print(Context& context, std::string_view text, Reader reader = Reader::person);

// The result to -o FILE or to standard output. Throws Error(Fault::file), and ClosedPipe when nobody reads
// any more.
void deliver(Context& context, std::string_view result, Reader reader = Reader::program);

// Who read the output has seen enough of it: no error.
struct ClosedPipe {};

// Writes to a stream and makes sure that it arrived.
void write_stream(std::ostream& out, std::string_view text, std::string_view name);

}  // namespace entente::cli
