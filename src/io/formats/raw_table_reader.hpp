// A table that a format's own reader has filled, row by row as CSV files are read.
#pragma once

#include "base/control.hpp"
#include "io/formats/raw_network.hpp"
#include "io/table_reader.hpp"

namespace entente::io {

class RawTableReader : public TableReader {
public:
    // The table must outlive the reader. A table without columns is an empty one, whatever rows it has.
    RawTableReader(const RawTable& table, const Control& control) : table_(table), control_(control) {}

    const std::string& name() const override { return table_.file; }
    const std::vector<std::string>& header() const override { return table_.header(); }
    Spot header_spot(std::size_t column) const override;
    const std::string& name_in_file(std::size_t column) const override { return table_.name_in_file(column); }
    std::string header_excerpt() const override { return ""; }
    bool next(RowBatch& batch) override;
    std::size_t expected_rows() const override { return table_.size(); }
    std::uint64_t rows_read() const override { return read_; }
    Spot spot(RowRef row, std::size_t column) const override;
    std::string excerpt(RowRef, std::size_t) const override { return ""; }

private:
    const RawTable& table_;
    const Control& control_;
    std::size_t read_ = 0, first_of_batch_ = 0;
};

}  // namespace entente::io
