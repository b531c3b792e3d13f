#include "io/formats/workbook/sheet_table.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>

#include "base/prose.hpp"
#include "base/text.hpp"
#include "io/diagnostics.hpp"
#include "io/formats/diagnostic_at.hpp"
#include "io/formats/named_once.hpp"
#include "io/vocabulary/vocabulary.hpp"

namespace entente::io {

namespace {

constexpr std::size_t rows_looked_at = 6;

bool holds(const SheetRow& row, std::string_view column) {
    return std::any_of(row.cells.begin(), row.cells.end(),
                       [&](const SheetCell& cell) { return normalized(trimmed(cell.text)) == column; });
}

bool names_ends(const SheetRow& row) {
    const auto pairs = end_names();
    return std::any_of(pairs.begin(), pairs.end(), [&](const EndNames& pair) {
        return holds(row, pair.source) && holds(row, pair.target);
    });
}

bool names_actor(const SheetRow& row) {
    for (const ColumnNames& column : actor_columns()) {
        if (column.name != "id") continue;
        for (const std::string_view alias : column.aliases)
            if (holds(row, alias)) return true;
    }
    return false;
}

// Above the header there may be a title, and NodeXL has a row that groups the columns.
std::size_t header_of(const std::vector<SheetRow>& rows) {
    const auto first = [&](auto fits) -> std::optional<std::size_t> {
        for (std::size_t i = 0; i < rows.size(); ++i)
            if (fits(rows[i])) return i;
        return std::nullopt;
    };
    if (const auto row = first(names_ends)) return *row;
    if (const auto row = first([](const SheetRow& r) { return r.cells.size() > 1 && names_actor(r); }))
        return *row;
    return first([](const SheetRow& r) { return r.cells.size() > 1; }).value_or(0);
}

class TableFiller {
public:
    explicit TableFiller(std::string file) { result_.table = RawTable(std::move(file)); }

    void header(const SheetRow& row);
    void row(const SheetRow& row);
    SheetTable finish();

private:
    void tell(Severity severity, CellPlace place, std::string message) {
        if (severity == Severity::error && ++errors_ > most_errors) return;
        result_.diagnostics.push_back(diagnostic_at(result_.table.file, place, severity, std::move(message)));
    }
    bool sound(const SheetCell& cell, CellPlace place);

    static constexpr std::size_t most_errors = 100;
    SheetTable result_;
    std::map<std::uint32_t, std::size_t> columns_;
    std::size_t errors_ = 0;
    NamedOnce headless_, not_available_, cut_;
};

void TableFiller::header(const SheetRow& row) {
    for (const SheetCell& cell : row.cells) {
        const std::string name(trimmed(cell.text));
        if (name.empty()) continue;
        const CellPlace place{row.number, cell.column};
        const std::size_t before = result_.table.header().size();
        const std::size_t column = result_.table.column(name, place);
        columns_.emplace(cell.column, column);
        if (column == before) continue;
        tell(Severity::error, place,
             fmt::format("the header {} stands twice, in columns {} and {}; rename one", quoted(name),
                         column_letters(result_.table.header_place(column).column),
                         column_letters(cell.column)));
    }
}

bool TableFiller::sound(const SheetCell& cell, CellPlace place) {
    if (cell.time_cut) cut_.add(cell.text, place);
    switch (cell.kind) {
        case SheetCell::Kind::text:
            return true;
        case SheetCell::Kind::not_available:
            not_available_.add(cell.text, place);
            return false;
        case SheetCell::Kind::error:
            tell(Severity::error, place,
                 "the formula of this cell gives " + quoted(cell.text) + "; mend it or clear the cell");
            return false;
        case SheetCell::Kind::uncomputed:
            tell(Severity::error, place,
                 "the formula of this cell was never computed; open the workbook in a spreadsheet program "
                 "and save it");
            return false;
    }
    return false;
}

void TableFiller::row(const SheetRow& row) {
    bool begun = false;
    for (const SheetCell& cell : row.cells) {
        const CellPlace place{row.number, cell.column};
        const auto column = columns_.find(cell.column);
        if (column == columns_.end()) {
            headless_.add(column_letters(cell.column), place);
            continue;
        }
        if (!sound(cell, place)) continue;
        if (!begun) result_.table.begin_row({row.number, 1});
        begun = true;
        result_.table.set(column->second, cell.text, place);
    }
}

SheetTable TableFiller::finish() {
    const auto warn = [&](const NamedOnce& names, const std::string& message) {
        if (!names.empty()) tell(Severity::warning, names.place(), message);
    };
    warn(headless_, fmt::format("cells below no header are left out: {} in column {}", headless_.count(),
                                headless_.list()));
    warn(not_available_, fmt::format("#N/A is taken for an empty cell ({} of them)", not_available_.count()));
    if (!cut_.empty())
        tell(Severity::note, cut_.place(),
             fmt::format("times of day are left out, the day is kept ({})", counted(cut_.count(), "cell")));
    if (errors_ > most_errors) {
        result_.diagnostics.push_back(error_of(
            result_.table.file,
            fmt::format("{} wrong", counted(errors_ - most_errors, "more cell is", "more cells are"))));
        result_.diagnostics.back().stands_for = errors_ - most_errors;
    }
    return std::move(result_);
}

}  // namespace

bool SheetStart::names(std::string_view column) const { return !empty() && holds(rows[header], column); }

SheetStart start_of(Workbook& workbook, const Workbook::Sheet& sheet) {
    SheetStart start;
    start.sheet = sheet;
    workbook.read(sheet, [&](const SheetRow& row) {
        start.rows.push_back(row);
        return start.rows.size() < rows_looked_at;
    });
    if (start.empty()) return start;
    start.header = header_of(start.rows);
    start.ends = names_ends(start.rows[start.header]);
    start.actor_id = names_actor(start.rows[start.header]);
    return start;
}

SheetTable table_of(Workbook& workbook, const SheetStart& start) {
    TableFiller filler(fmt::format("{}[{}]", workbook.file(), start.sheet.name));
    std::size_t number = 0;
    workbook.read(start.sheet, [&](const SheetRow& row) {
        if (number == start.header) filler.header(row);
        else if (number > start.header) filler.row(row);
        ++number;
        return true;
    });
    SheetTable table = filler.finish();
    if (workbook.problem()) table.diagnostics.push_back(*workbook.problem());
    return table;
}

}  // namespace entente::io
