// What a file of any format says, before anything of it is decided: tables of text cells, each with its
// place. A reader of a format fills them; the same checks that CSV passes then read them (see
// table_reader.hpp).
#pragma once

#include <cstdint>
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/error.hpp"

namespace entente::io {

// Where a token stands: line and column count from 1; in a workbook the row and the column of the sheet.
struct CellPlace {
    std::uint32_t line = 0, column = 0;
};

// A table of cells, row by row, in one block of text. Every row has as many cells as the header; a column
// that a later row needs may be added at any time, earlier rows have an empty cell there.
class RawTable {
public:
    RawTable() = default;
    explicit RawTable(std::string file_name) : file(std::move(file_name)) {}

    std::string file;  // as messages call it: "net.gexf", of a workbook's sheet "book.xlsx[Edges]"

    // The column of that name, added (with the place of the word that names it) if there is none.
    std::size_t column(std::string_view name, CellPlace place = {});
    // The same, but none is added.
    std::optional<std::size_t> find_column(std::string_view name) const;
    const std::vector<std::string>& header() const { return header_; }
    CellPlace header_place(std::size_t column) const { return header_places_[column]; }
    void rename(std::size_t column, std::string_view name);
    // What the file calls the column, and where, if its name here is another; for messages.
    void came_from(std::size_t column, std::string_view name, CellPlace place);
    const std::string& name_in_file(std::size_t column) const;

    // Begins a row: the places are where its first token stands, and those of its cells unless they say more.
    void begin_row(CellPlace place);
    // The cell of the last row; a second value for the same cell replaces the first. Text is UTF-8 as it is
    // meant, entities and escapes resolved.
    void set(std::size_t column, std::string_view text);
    void set(std::size_t column, std::string_view text, CellPlace place);

    std::size_t size() const { return rows_.size(); }
    std::string_view cell(std::size_t row, std::size_t column) const;
    CellPlace row_place(std::size_t row) const { return rows_[row].place; }
    CellPlace place(std::size_t row, std::size_t column) const;

private:
    struct Cell {
        std::uint64_t start = 0;
        std::uint32_t length = 0, column = 0;
        CellPlace place;
    };
    struct Row {
        std::uint64_t first_cell = 0;
        CellPlace place;
    };
    const Cell* find(std::size_t row, std::size_t column) const;

    std::vector<std::string> header_;
    std::vector<CellPlace> header_places_;
    std::map<std::size_t, std::string> names_in_file_;         // of columns whose name is another
    std::map<std::string, std::size_t, std::less<>> columns_;  // by name
    std::string text_;
    std::vector<Cell> cells_;  // of each row only those that were set
    std::vector<Row> rows_;
};

// Rows of a file that give no tie, and why: "hyperedge", "no second actor".
struct LeftOut {
    std::string reason;
    std::uint64_t rows = 0;
};

// One network of a file. Columns are named as in entente's own files where the format has the notion: of ties
// source, target, relation, sign, weight, directed, start, end, date, confidence, citation, note, and of
// actors id, label, kind; everything else keeps the name it has in the file and becomes an attribute.
struct RawNetwork {
    std::string name;  // of the network within its file, for --network; "" where the format has no names
    RawTable actors;   // no column: the file declares no actors, those of its ties are all there are
    RawTable ties;
    RawTable relations;  // no column: none; columns as in relations.csv
    RawTable sources;    // no column: none; columns as in sources.csv
    std::string title;   // what the file calls its network; "" for nothing
    bool own = false;    // entente wrote it: its columns mean what they say, whatever a preset would see
    std::vector<LeftOut> left_out = {};
};

// What a reader gives back. What is wrong stands in diagnostics as errors: the rows read so far are still
// there.
struct RawFile {
    std::vector<RawNetwork> networks;  // most formats: one
    std::vector<Diagnostic> diagnostics;
};

}  // namespace entente::io
