// What is said of a row that has more or fewer cells than the header.
#pragma once

#include <cstddef>
#include <string>

namespace entente::io {

// `excess_is_empty`: there are more, and nothing is in them.
std::string width_message(std::size_t cells, std::size_t header_cells, bool excess_is_empty);

}  // namespace entente::io
