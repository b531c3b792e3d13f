// What the readers of actors, ties, relations and sources need of a table, whatever its format: the header,
// then rows in batches, and for messages where each cell stands. CSV files (csv/row_reader.hpp) and the
// tables of other formats (formats/raw_table_reader.hpp) are read through it, so that all pass the same
// checks.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/error.hpp"

namespace entente::io {

// Some rows, split: one block of text that the cells point into. Every row has as many cells as the header.
struct RowBatch {
    struct Cell {
        std::size_t start = 0, length = 0;
        std::size_t raw = 0;  // where the cell begins in the file's own text, quote included
    };
    struct Row {
        std::size_t start = 0, length = 0;  // of the row's own text
        std::uint64_t line = 0;
    };
    std::string text;
    std::vector<Cell> cells;
    std::vector<Row> rows;
    std::size_t width = 0;

    std::size_t size() const { return rows.size(); }
    void clear(std::size_t new_width) {
        text.clear();
        cells.clear();
        rows.clear();
        width = new_width;
    }
};

// One row of a batch.
struct RowRef {
    const RowBatch& batch;
    std::size_t row;

    std::string_view cell(std::size_t column) const {
        const RowBatch::Cell& cell = batch.cells[row * batch.width + column];
        return {batch.text.data() + cell.start, cell.length};
    }
    std::uint64_t line() const { return batch.rows[row].line; }
    // The row as it stands in the file, line breaks within quotes included.
    std::string_view text() const {
        return std::string_view(batch.text).substr(batch.rows[row].start, batch.rows[row].length);
    }
};

class TableReader {
public:
    TableReader() = default;
    TableReader(const TableReader&) = delete;
    TableReader& operator=(const TableReader&) = delete;
    virtual ~TableReader() = default;

    virtual const std::string& name() const = 0;                 // of the file, as messages call it
    virtual const std::vector<std::string>& header() const = 0;  // empty when the table is
    virtual Spot header_spot(std::size_t column) const = 0;
    // What the file itself calls the column, for messages.
    virtual const std::string& name_in_file(std::size_t column) const { return header()[column]; }
    virtual std::string header_excerpt() const = 0;  // the line of the header, for messages; "" for none

    // The next rows; false when there are none left. What is wrong with a row's form is reported and the row
    // left out.
    virtual bool next(RowBatch& batch) = 0;

    // About how many rows the table has, judged by those read so far; 0 where that is unknown.
    virtual std::size_t expected_rows() const = 0;
    virtual std::uint64_t rows_read() const = 0;  // with the ones left out

    // Where a cell of the last batch stands, and its line, for messages.
    virtual Spot spot(RowRef row, std::size_t column) const = 0;
    virtual std::string excerpt(RowRef row, std::size_t column) const = 0;
};

}  // namespace entente::io
