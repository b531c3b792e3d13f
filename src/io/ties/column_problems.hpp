// What is wrong, or read with a grain of salt, in many cells of a column for one reason: reported once a
// column, with the count and the option that reads it.
#pragma once

#include <array>
#include <cstdint>
#include <map>
#include <string>
#include <utility>
#include <vector>

#include "io/ties/row_parser.hpp"

namespace entente::io {

class ColumnProblems {
public:
    // Whether problems of the kind are reported once a column.
    static bool of_column(CellProblem::Kind kind) {
        using enum CellProblem::Kind;
        return kind == decimal_form || kind == date_form || kind == no_number || kind == no_date ||
               kind == day_number;
    }

    void add(const TableReader& rows, RowRef row, CellProblem problem);
    void add(const TableReader& rows, RowRef row, DateOddity oddity);

    // Reports errors and notes of all columns.
    void report(const TableReader& rows, Diagnostics& diagnostics) const;

private:
    struct First {
        std::uint64_t cells = 0;
        Spot spot;
        std::string excerpt, cell;
    };
    struct Problem : First {
        // How many of the cells the options would read: --decimal , and . or --dates ymd, dmy and mdy.
        std::array<std::uint64_t, 3> read_by{};
        std::vector<std::string> words;  // of cells that say no value, the different ones
    };
    static std::string message(const std::string& column, CellProblem::Kind kind, const Problem& problem);
    static void count(First& first, const TableReader& rows, RowRef row, std::size_t column);

    std::map<std::pair<std::size_t, CellProblem::Kind>, Problem> problems_;
    std::map<std::pair<std::size_t, DateForm>, First> oddities_;
};

// What became of dates of that form: "are read as days, without their time".
std::string oddity_note(DateForm form);

// " --dates mdy", the option that reads the date; "" where none does or none is needed.
std::string dates_option(std::string_view cell);

}  // namespace entente::io
