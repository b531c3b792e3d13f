#include "io/csv/width_message.hpp"

#include <fmt/format.h>

#include "base/prose.hpp"

namespace entente::io {

std::string width_message(std::size_t cells, std::size_t header_cells, bool excess_is_empty) {
    const char* remedy = excess_is_empty
                             ? "what is too much is empty: remove the delimiters at the end of the line"
                         : cells > header_cells
                             ? "put a cell that contains the delimiter in quotes, or remove what is too much"
                             : "add the missing cells; empty ones count";
    return fmt::format("this row has {}, the header has {}; {}", counted(cells, "cell"), header_cells,
                       remedy);
}

}  // namespace entente::io
