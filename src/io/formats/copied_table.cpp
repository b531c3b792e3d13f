#include "io/formats/copied_table.hpp"

namespace entente::io {

RawTable copied(const RawTable& table, const TableChanges& changes) {
    RawTable copy(table.file);
    const std::size_t width = table.header().size();
    for (std::size_t column = 0; column < width; ++column) {
        const std::string& name = table.header()[column];
        copy.column(changes.name ? changes.name(name) : name, table.header_place(column));
    }
    if (changes.columns) changes.columns(copy);
    for (std::size_t row = 0; row < table.size(); ++row) {
        copy.begin_row(table.row_place(row));
        for (std::size_t column = 0; column < width; ++column) {
            const std::string_view cell = table.cell(row, column);
            if (cell.empty()) continue;
            copy.set(column, changes.cell ? changes.cell(column, cell) : std::string(cell),
                     table.place(row, column));
        }
        if (changes.row) changes.row(copy);
    }
    return copy;
}

}  // namespace entente::io
