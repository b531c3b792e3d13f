// Results as tables: the same rows become aligned text for people or CSV for programs.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace entente::report {

// Text, a number (nan: undefined, an empty cell), or a count.
using Cell = std::variant<std::string, double, std::uint64_t>;

struct Table {
    std::vector<std::string> columns;
    std::vector<std::vector<Cell>> rows;
    std::size_t keys =
        1;  // the first columns say what a row is about: repeated where a table is too wide for one screen
};

// RFC 4180 with LF: cells are quoted where they hold a comma, a quote, a line break, or white space at an
// end. Numbers as format_number writes them.
std::string to_csv(const Table& table);

// The same table with texts that a spreadsheet would run as formulas (they begin with = + - @, a tab or a
// carriage return, and are no numbers) behind an apostrophe, which makes them text.
Table spreadsheet_safe(Table table);

struct TextOptions {
    std::size_t width = 0;  // columns of the terminal; 0: as wide as it gets
    bool color = false;     // the header stands out: to be written by way of for_terminal
};

// Columns aligned by display width, numbers to the right with as many decimals as their column needs for four
// digits. What is wider than the terminal is continued below with the key columns repeated.
std::string to_text(const Table& table, const TextOptions& options);

// One field of a CSV row.
std::string csv_field(std::string_view text);

}  // namespace entente::report
