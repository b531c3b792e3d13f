// The rows of a CSV file (RFC 4180), many at a time: lines come from fast-cpp-csv-parser's LineReader, cells
// from a splitter of our own, because that library knows neither quoted line breaks nor columns that only the
// file's header decides.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "base/control.hpp"
#include "io/diagnostics.hpp"

namespace entente::io {

// Some rows, split: one block of text that the cells point into. Every row has as many cells as the header.
class RowBatch {
public:
    std::size_t size() const { return rows_.size(); }
    std::string_view cell(std::size_t row, std::size_t column) const {
        const Cell& cell = cells_[row * width_ + column];
        return {text_.data() + cell.start, cell.length};
    }
    std::uint64_t line(std::size_t row) const { return rows_[row].line; }
    // The row as it stands in the file, line breaks within quotes included.
    std::string_view text(std::size_t row) const {
        return std::string_view(text_).substr(rows_[row].start, rows_[row].length);
    }

private:
    friend class RowReader;
    struct Cell {
        std::size_t start = 0, length = 0;
        std::size_t raw = 0;  // where the cell begins in the file's own text, quote included
    };
    struct Row {
        std::size_t start = 0, length = 0;
        std::uint64_t line = 0;
    };
    std::string text_;
    std::vector<Cell> cells_;
    std::vector<Row> rows_;
    std::size_t width_ = 0;
};

class RowReader {
public:
    // Opens the file ("-": standard input) and reads its header line, telling what is wrong with it.
    // `delimiter` 0: whichever of comma, semicolon and tab gives the most header names that `known` accepts,
    // then the most cells. Throws Error(Fault::file).
    RowReader(const std::string& path, char delimiter, bool (*known)(std::string_view header),
              const Control& control, Diagnostics& diagnostics);
    ~RowReader();

    const std::string& name() const;
    const std::vector<std::string>& header() const { return header_; }  // empty when the file is
    Spot header_spot(std::size_t column) const;
    const std::string& header_line() const { return header_line_; }
    char delimiter() const { return delimiter_; }

    // The next rows; false when there are none left. What is wrong with a row is told and the row left out.
    bool next(RowBatch& batch);

    // About how many rows the file has, judged by those read so far; 0 where its size is unknown.
    std::size_t expected_rows() const;
    std::uint64_t rows_read() const { return rows_; }  // with the ones left out

    // Where a cell stands, and its line, for messages.
    Spot spot(const RowBatch& batch, std::size_t row, std::size_t column) const;
    std::string excerpt(const RowBatch& batch, std::size_t row, std::size_t column) const;

private:
    struct State;
    void read_header(char delimiter, bool (*known)(std::string_view));
    bool read_row(RowBatch& batch);
    bool split(RowBatch& batch, RowBatch::Row& row);
    void check_width(RowBatch& batch, const RowBatch::Row& row, std::size_t first_cell);
    void finish();
    Spot spot_at(const RowBatch& batch, const RowBatch::Row& row, std::size_t position) const;
    std::string excerpt_at(const RowBatch& batch, const RowBatch::Row& row, std::size_t position) const;

    std::unique_ptr<State> state_;
    const Control& control_;
    Diagnostics& diagnostics_;
    std::vector<std::string> header_;
    std::vector<std::size_t> header_columns_;  // characters before each name, plus 1
    std::string header_line_;
    std::uint64_t header_row_ = 0;
    std::uint64_t rows_ = 0, row_bytes_ = 0;
    std::uint64_t blank_rows_ = 0, first_blank_row_ = 0;
    char delimiter_ = ',';
    bool ended_ = false;
};

}  // namespace entente::io
