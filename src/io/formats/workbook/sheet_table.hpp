// A sheet of a workbook as a table: which of its rows is the header, and what stands below it.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "io/formats/raw_network.hpp"
#include "io/formats/workbook/workbook.hpp"

namespace entente::io {

// A sheet by its first rows.
struct SheetStart {
    Workbook::Sheet sheet;
    std::vector<SheetRow> rows;  // that hold something
    std::size_t header = 0;      // which of them names the columns
    bool ends = false;           // the header names both ends of a tie
    bool actor_id = false;       // the header names an id, name or label

    bool empty() const { return rows.empty(); }
    bool names(std::string_view column) const;  // whether the header does; normalized
};

SheetStart start_of(Workbook& workbook, const Workbook::Sheet& sheet);

struct SheetTable {
    RawTable table;
    std::vector<Diagnostic> diagnostics;
};

// All rows below the header. What is wrong with cells is reported at their row and column.
SheetTable table_of(Workbook& workbook, const SheetStart& start);

}  // namespace entente::io
