// The records of a piece of delimited text, of which only some columns are wanted: 64 bytes at a time are
// looked at for delimiters, line ends and quotes at once.
#pragma once

#include <cstdint>
#include <deque>
#include <functional>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace entente::io {

struct TableForm {
    char delimiter = ',';
    bool quotes = true;     // RFC 4180; false: quotes are text, as in GDELT's files
    std::size_t width = 0;  // columns of the header
};

// What is wrong with a record; `line` counts from 0 at the piece's first.
struct RecordFault {
    std::uint64_t line = 0;
    std::size_t column = 0;  // of the table, from 0
    std::string message;
};

class RecordScanner {
public:
    // `columns`: of the table, in the order in which cells are wanted.
    RecordScanner(TableForm form, const std::vector<std::uint32_t>& columns);

    // Calls on_row with the wanted cells of each record in turn (and its line), on_fault for a record that is
    // left out: another number of cells, bytes that are no UTF-8, NUL, a quote that is not closed. Blank
    // lines are skipped. Cells point into the piece, those with doubled quotes into the scanner until the
    // next record.
    using OnRow = std::function<void(std::span<const std::string_view> cells, std::uint64_t line)>;
    using OnFault = std::function<void(RecordFault)>;
    void scan(std::string_view piece, const OnRow& on_row, const OnFault& on_fault);

    std::uint64_t lines() const { return lines_; }  // of the last piece
    std::uint64_t rows() const { return rows_; }    // records of the last piece, faulty ones too

    // The cells of one record, whichever it is; nothing where a quote is not closed.
    static std::optional<std::vector<std::string>> cells_of(std::string_view record, const TableForm& form);
    // Where the first record of the text ends, after its line end; npos if it does not.
    static std::size_t end_of_record(std::string_view text, const TableForm& form);

    // Where a cell of the record begins; the end of its text for one that is not there.
    static std::size_t start_of_cell(std::string_view record, std::size_t column, const TableForm& form);

private:
    struct Pass;
    void take(std::size_t column, std::string_view cell) {
        if (column < slots_.size() && slots_[column] >= 0)
            cells_[static_cast<std::size_t>(slots_[column])] = cell;
    }
    std::size_t quoted_record(std::string_view rest);
    RecordFault width_fault(std::string_view record, std::uint64_t line) const;
    void finish(std::string_view record, bool high, const OnRow& on_row, const OnFault& on_fault);

    TableForm form_;
    std::vector<std::int32_t> slots_;  // of each column; -1: not wanted
    std::vector<std::string_view> cells_;
    std::deque<std::string> unquoted_;
    std::size_t column_ = 0;
    std::uint64_t lines_ = 0, rows_ = 0;
    bool unclosed_ = false;
};

}  // namespace entente::io
