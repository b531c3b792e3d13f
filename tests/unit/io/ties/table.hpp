// A small table written down as CSV without quotes, for tests of one stage of reading.
#pragma once

#include <string>

#include "base/text.hpp"
#include "io/formats/raw_table_reader.hpp"

namespace entente::test {

class Table {
public:
    explicit Table(std::string_view text) : table_("ties.csv"), rows_(table_, control_) {
        std::uint32_t line = 0;
        for (const std::string_view row : split(text, '\n')) {
            if (row.empty()) continue;
            std::uint32_t column = 0;
            if (++line > 1) table_.begin_row({line, 1});
            for (const std::string_view cell : split(row, ',')) {
                if (line == 1) table_.column(cell, {1, ++column});
                if (line > 1) table_.set(column, cell, {line, column + 1}), ++column;
            }
        }
    }
    io::TableReader& rows() { return rows_; }
    // All rows, which must be at most 128.
    const io::RowBatch& batch() {
        if (batch_.size() == 0) rows_.next(batch_);
        return batch_;
    }
    io::RowRef row(std::size_t i) { return {batch(), i}; }

private:
    Control control_;
    io::RawTable table_;
    io::RawTableReader rows_;
    io::RowBatch batch_;
};

}  // namespace entente::test
