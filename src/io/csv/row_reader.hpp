// The rows of a CSV file (RFC 4180), many at a time: lines come from fast-cpp-csv-parser's LineReader, cells
// from a splitter of our own (row_splitter.hpp), because that library knows neither quoted line breaks nor
// columns that only the file's header decides.
#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/control.hpp"
#include "io/csv/row_splitter.hpp"
#include "io/diagnostics.hpp"
#include "io/formats/input/byte_source.hpp"
#include "io/table_reader.hpp"

namespace entente::io {

class RowReader : public TableReader {
public:
    // Opens the file ("-": standard input) and reads its header line, telling what is wrong with it.
    // `delimiter` 0: whichever of comma, semicolon and tab gives the most header names that `known` accepts,
    // then the most cells. Throws Error(Fault::file).
    RowReader(const Input& input, char delimiter, bool (*known)(std::string_view header),
              const Control& control, Diagnostics& diagnostics);
    ~RowReader() override;

    const std::string& name() const override;
    const std::vector<std::string>& header() const override { return header_; }
    Spot header_spot(std::size_t column) const override;
    std::string header_excerpt() const override { return excerpt_of(header_line_); }
    char delimiter() const { return delimiter_; }

    bool next(RowBatch& batch) override;
    std::size_t expected_rows() const override;
    std::uint64_t rows_read() const override { return rows_; }
    Spot spot(RowRef row, std::size_t column) const override;
    std::string excerpt(RowRef row, std::size_t column) const override;

private:
    struct State;
    void read_header(char delimiter, bool (*known)(std::string_view));
    void split_header(std::string_view line);
    bool read_row(RowBatch& batch);
    bool split(RowBatch& batch, RowBatch::Row& row);
    void tell(const RowBatch& batch, const RowBatch::Row& row, const SplitFault& fault);
    void check_width(RowBatch& batch, const RowBatch::Row& row, std::size_t first_cell);
    void tell_long_line();
    void finish();
    Spot spot_at(const RowBatch& batch, const RowBatch::Row& row, std::size_t position) const;
    std::string excerpt_at(const RowBatch& batch, const RowBatch::Row& row, std::size_t position) const;

    std::unique_ptr<State> state_;
    const Control& control_;
    Diagnostics& diagnostics_;
    std::function<std::optional<std::string_view>()> next_line_;
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
