// What kind of file the name of -o asks for.
#pragma once

#include <span>
#include <string_view>

#include "cli/options/command.hpp"

namespace entente::cli {

// Throws Error(Fault::usage) where -o ends as a kind of file does that entente knows (".png", ".graphml") and
// that is none of `written`, what is written there, as ".csv"; `instead` is what the message advises. Endings
// count in any case; other ones, those of folders that are there and of names that end in / say nothing.
void refuse_other_files(const Context& context, std::span<const std::string_view> written,
                        std::string_view instead);

// Takes the format of the result from the ending of -o where --format says none. Throws Error(Fault::usage)
// where the command writes no such file and where --format says another one.
void settle_output(Context& context, const Invocation& invocation);

}  // namespace entente::cli
