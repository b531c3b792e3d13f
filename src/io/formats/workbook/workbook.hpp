// A workbook (.xlsx, ECMA-376): its sheets and, row by row, what their cells show.
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/control.hpp"
#include "base/error.hpp"
#include "io/formats/named_once.hpp"
#include "io/formats/raw_network.hpp"
#include "io/formats/workbook/cell_format.hpp"
#include "io/formats/workbook/zip_archive.hpp"

namespace entente::io {

class XmlVisitor;

struct SheetCell {
    enum class Kind {
        text,
        not_available,
        error,
        uncomputed
    };                         // #N/A; #REF! and the like; a formula without a value
    std::uint32_t column = 0;  // from 1
    std::string text;
    Kind kind = Kind::text;
    bool time_cut = false;
};

// A row that has a cell with something in it.
struct SheetRow {
    std::uint32_t number = 0;  // from 1
    std::vector<SheetCell> cells;
};

class Workbook {
public:
    static constexpr std::uint32_t most_columns = 16'384, most_rows = 1'048'576;

    struct Sheet {
        std::string name, path;
        bool hidden = false;
    };

    // `file` is what messages call it.
    Workbook(std::string file, std::string bytes, const Control& control);

    // What is wrong with the workbook as a whole, or with the sheet that was read last.
    const std::optional<Diagnostic>& problem() const { return problem_; }
    const std::vector<Sheet>& sheets() const { return sheets_; }
    const std::string& file() const { return file_; }

    // Gives the rows of the sheet one after the other, until `row` says false.
    void read(const Sheet& sheet, const std::function<bool(const SheetRow&)>& row);

private:
    void open();
    void walk(const std::string& path, XmlVisitor& visitor, const std::string& place);
    void fail(std::string message);

    std::string file_;
    ZipArchive archive_;
    const Control& control_;
    std::optional<Diagnostic> problem_;
    std::vector<Sheet> sheets_;
    std::vector<std::string> texts_;  // shared by all cells
    std::vector<DateParts> styles_;   // of each cell style
    DateSystem system_ = DateSystem::from_1900;
};

}  // namespace entente::io
