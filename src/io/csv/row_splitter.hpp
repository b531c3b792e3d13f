// One row of RFC 4180 into its cells.
#pragma once

#include <cstddef>
#include <functional>
#include <optional>
#include <string_view>

#include "io/table_reader.hpp"

namespace entente::io {

inline constexpr std::size_t longest_row = (1U << 24) - 1;  // bytes; a quote left open takes no more

// What is wrong with a row, and where: a position in the batch's text.
struct SplitFault {
    enum class Kind { not_closed, closed_too_late, text_after_quote } kind;
    std::size_t at = 0;
    std::size_t until = 0;  // where the text after the quote ends
};

// Appends the cells of `row`, the last text of the batch, to the batch: without the spaces and tabs around
// unquoted cells (a delimiter aside; no-break and zero-width spaces too, which nobody sees), quoted ones
// without their quotes, doubled quotes within them as one. Where a quote is open at the end of the text, the
// next line is taken from `next_line` and belongs to the row; it gives nothing at the end of the file. The
// row is left out by the caller where there is a fault.
std::optional<SplitFault> split_row(RowBatch& batch, RowBatch::Row& row, char delimiter,
                                    const std::function<std::optional<std::string_view>()>& next_line);

}  // namespace entente::io
