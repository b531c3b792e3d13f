#include "io/formats/text/matrix.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <set>

#include "base/prose.hpp"
#include "base/text.hpp"
#include "io/diagnostics.hpp"
#include "io/formats/matrix_ties.hpp"
#include "io/formats/named_actors.hpp"
#include "io/formats/text/delimited.hpp"

namespace entente::io {

namespace {

// SocNetV writes the names of the actors behind a #: "# A, B, C".
bool is_marked(const DelimitedCell& cell) { return !cell.quoted && cell.text.starts_with('#'); }

bool is_number(const DelimitedCell& cell) {
    return !cell.quoted && !cell.text.empty() && !std::isnan(matrix_number(cell.text));
}

class Reader {
public:
    Reader(std::string_view text, const std::string& file, char delimiter) : problems_(file, text) {
        network_.actors.file = network_.ties.file = file;
        if (delimiter == 0) delimiter = delimiter_of(text, Comments::none);
        cells_ = delimited_rows(text, delimiter, Comments::none, problems_);
        if (!cells_.empty() && is_marked(cells_[0][0]))
            cells_[0][0].text = trimmed(std::string_view(cells_[0][0].text).substr(1));
    }

    RawFile read() {
        if (cells_.empty()) {
            problems_.error({1, 1}, "the file is empty; a matrix has a row and a column for each actor");
        } else if (!problems_.any_error()) {
            names();
            if (!problems_.any_error()) matrix();
        }
        return {{std::move(network_)}, problems_.take()};
    }

private:
    void names() {
        const DelimitedRow& head = cells_.front();
        has_head_ = !std::ranges::all_of(head, is_number);
        const auto without = cells_.begin() + (has_head_ ? 1 : 0);
        has_side_ =
            std::any_of(without, cells_.end(), [](const DelimitedRow& row) { return !is_number(row[0]); });
        // R writes no cell above the names of the rows.
        const bool corner =
            has_head_ && has_side_ && (cells_.size() < 2 || cells_[1].size() != head.size() + 1);
        for (std::size_t i = corner ? 1 : 0; has_head_ && i < head.size(); ++i) columns_.push_back(head[i]);
        for (auto row = without; has_side_ && row != cells_.end(); ++row) rows_.push_back((*row)[0]);
        const std::size_t count = cells_.size() - (has_head_ ? 1 : 0);
        if (!has_head_ && has_side_) columns_ = rows_;
        if (!has_side_ && has_head_) rows_ = columns_;
        for (std::size_t i = 0; !has_head_ && !has_side_ && i < count; ++i)
            rows_.push_back({fmt::format("{}", i + 1), cells_[i][0].place, false});
        if (columns_.empty()) columns_ = rows_;
        check_names(columns_, "column");
        if (has_head_ && has_side_) check_names(rows_, "row");
    }

    void check_names(const std::vector<DelimitedCell>& names, std::string_view what) {
        std::set<std::string> seen;
        for (const DelimitedCell& name : names) {
            if (name.text.empty()) {
                problems_.error(name.place, fmt::format("this {} has no name; write the actor's", what));
            } else if (!seen.insert(name.text).second) {
                problems_.error(name.place, fmt::format("the {} {} is there twice; each actor has one", what,
                                                        quoted(name.text)));
            }
        }
    }

    static std::vector<std::string> texts(const std::vector<DelimitedCell>& cells) {
        std::vector<std::string> result;
        for (const DelimitedCell& cell : cells) result.push_back(cell.text);
        return result;
    }

    void matrix() {
        const std::vector<std::string> rows = texts(rows_), columns = texts(columns_);
        const std::set<std::string> row_set(rows.begin(), rows.end()),
            column_set(columns.begin(), columns.end());
        const bool two_modes =
            std::ranges::none_of(row_set, [&](const std::string& name) { return column_set.contains(name); });
        const std::size_t id = network_.actors.column("id");
        const auto declare = [&](const DelimitedCell& name, const char* kind) {
            network_.actors.begin_row(name.place);
            network_.actors.set(id, name.text, name.place);
            if (two_modes) network_.actors.set(network_.actors.column("kind"), kind);
        };
        for (const DelimitedCell& name : rows_) declare(name, "mode1");
        for (const DelimitedCell& name : columns_) {
            if (!row_set.contains(name.text)) declare(name, "mode2");
        }
        const std::size_t skip = has_side_ ? 1 : 0, first = has_head_ ? 1 : 0;
        std::vector<MatrixCell> found;
        if (cells_.size() - first != rows.size()) {
            problems_.error(cells_.back()[0].place,
                            fmt::format("the matrix has {} and {} of actors",
                                        counted(cells_.size() - first, "row"), counted(rows.size(), "name")));
            return;
        }
        for (std::size_t i = first; i < cells_.size(); ++i) {
            if (cells_[i].size() - std::min(skip, cells_[i].size()) != columns.size()) {
                problems_.error(cells_[i][0].place, fmt::format("this row of the matrix has {} for {}",
                                                                counted(cells_[i].size() - skip, "number"),
                                                                counted(columns.size(), "actor")));
                continue;
            }
            for (std::size_t j = 0; j < columns.size(); ++j) add(found, i - first, j, cells_[i][j + skip]);
        }
        // Mirrored cells are only the same pair where rows and columns stand in the same order.
        add_matrix_ties(network_.ties, found, rows, columns, {"", two_modes || rows != columns, false});
        if (!two_modes && rows != columns) {
            problems_.error(rows_[0].place,
                            "the rows and the columns name the same actors in different orders; "
                            "sort them alike");
        }
    }

    void add(std::vector<MatrixCell>& found, std::size_t row, std::size_t column, const DelimitedCell& cell) {
        const double value = matrix_number(cell.text);
        if (std::isnan(value)) {
            problems_.error(cell.place,
                            fmt::format("the cells of a matrix are numbers, not {}", quoted(cell.text)));
        } else if (value != 0) {
            found.push_back({static_cast<std::uint32_t>(row), static_cast<std::uint32_t>(column), value,
                             cell.text, cell.place});
        }
    }

    Problems problems_;
    RawNetwork network_;
    std::vector<DelimitedRow> cells_;
    bool has_head_ = false, has_side_ = false;
    std::vector<DelimitedCell> rows_, columns_;
};

}  // namespace

RawFile read_matrix(std::string_view text, const std::string& file, char delimiter) {
    return Reader(text, file, delimiter).read();
}

bool looks_like_matrix(std::string_view text) {
    Problems ignored("", "");
    const auto cells = delimited_rows(text, delimiter_of(text, Comments::none), Comments::none, ignored);
    if (cells.size() < 3 || cells[0].size() < 3) return false;
    const std::size_t corner = cells[1].size() == cells[0].size() + 1 ? 0 : 1;
    // The last row may be cut.
    const std::size_t rows = std::min(cells.size() - 1, cells[0].size() - corner + 1);
    if (rows < 2) return false;
    if (is_marked(cells[0][0])) {  // numbers only, a row an actor
        return std::all_of(cells.begin() + 1, cells.begin() + static_cast<std::ptrdiff_t>(rows),
                           [&](const DelimitedRow& row) {
                               return row.size() == cells[0].size() && std::ranges::all_of(row, is_number);
                           });
    }
    for (std::size_t i = 1; i < rows; ++i) {
        if (cells[i][0].text != cells[0][i - 1 + corner].text) return false;
        // Other words are those of a list of neighbors.
        if (std::any_of(cells[i].begin() + 1, cells[i].end(),
                        [](const DelimitedCell& cell) { return std::isnan(matrix_number(cell.text)); }))
            return false;
    }
    return true;
}

}  // namespace entente::io
