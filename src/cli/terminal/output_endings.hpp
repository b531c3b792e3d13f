// What kind of file the name of -o asks for.
#pragma once

#include <span>
#include <string_view>

#include "cli/options/command.hpp"

namespace entente::cli {

// Throws Error(Fault::usage) where -o ends as a kind of file does that entente knows (".png", ".graphml") and
// that is none of `written`, what the command writes, as ".csv". Other endings are a folder's, and so is that
// of a folder that is there.
void refuse_other_files(const Context& context, std::span<const std::string_view> written);

}  // namespace entente::cli
