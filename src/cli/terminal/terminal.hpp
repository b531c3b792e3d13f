// What the process is connected to.
#pragma once

#include <cstddef>

namespace entente::cli {

enum class Stream { out, err };

bool is_terminal(Stream stream);

// Columns of the terminal, 0 when the stream is not one.
std::size_t terminal_width(Stream stream);

}  // namespace entente::cli
