#include "io/writers/xlsx_writer.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "base/number.hpp"
#include "base/text.hpp"
#include "io/formats/workbook/cell_format.hpp"
#include "io/formats/workbook/workbook.hpp"
#include "io/formats/workbook/zip_archive.hpp"
#include "io/writers/xml_text.hpp"

namespace entente::io {

namespace {

constexpr std::string_view declaration = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";
constexpr std::string_view main_space = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
constexpr std::string_view office_space =
    "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
constexpr std::string_view package_space = "http://schemas.openxmlformats.org/package/2006";

// Characters that a sheet writes as _xHHHH_, and texts that look so already (ECMA-376, 22.9.2.19).
std::string sheet_text(std::string_view text) {
    std::string result;
    for (std::size_t at = 0; at < text.size(); ++at) {
        const auto byte = static_cast<unsigned char>(text[at]);
        const bool control = byte < 0x20 && byte != '\t' && byte != '\n';
        if (control) result += fmt::format("_x{:04X}_", byte);
        else if (text.substr(at).starts_with("_x") && unescaped(text.substr(at, 7)) != text.substr(at, 7))
            result += "_x005F_";
        else result += text[at];
    }
    return result;
}

class XlsxWriter {
public:
    explicit XlsxWriter(const ExportTables& tables) {
        sheets_ = {{"actors", &tables.actors}, {"ties", &tables.ties}};
        if (tables.relations.rows > 0) sheets_.emplace_back("relations", &tables.relations);
        if (tables.sources.rows > 0) sheets_.emplace_back("sources", &tables.sources);
    }

    Written write(const std::string& path) {
        std::string list, links, types;
        std::vector<PackedFile> files;
        for (std::size_t i = 0; i < sheets_.size(); ++i) {
            const auto& [name, table] = sheets_[i];
            list += fmt::format("<sheet name=\"{}\" sheetId=\"{}\" r:id=\"rId{}\"/>", name, i + 1, i + 1);
            links += fmt::format(
                "<Relationship Id=\"rId{}\" Type=\"{}/worksheet\" Target=\"worksheets/sheet{}.xml\"/>", i + 1,
                office_space, i + 1);
            types += fmt::format(
                "<Override PartName=\"/xl/worksheets/sheet{}.xml\" ContentType=\"application/"
                "vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml\"/>",
                i + 1);
            files.push_back({fmt::format("xl/worksheets/sheet{}.xml", i + 1), sheet(*table, name)});
        }
        files.push_back(
            {"[Content_Types].xml",
             fmt::format("{}<Types xmlns=\"{}/content-types\"><Default Extension=\"rels\" ContentType="
                         "\"application/vnd.openxmlformats-package.relationships+xml\"/><Override PartName="
                         "\"/xl/workbook.xml\" ContentType=\"application/"
                         "vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml\"/>{}</Types>",
                         declaration, package_space, types)});
        files.push_back(
            {"_rels/.rels",
             fmt::format("{}<Relationships xmlns=\"{}/relationships\"><Relationship Id=\"rId1\" "
                         "Type=\"{}/officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>",
                         declaration, package_space, office_space)});
        files.push_back({"xl/workbook.xml",
                         fmt::format("{}<workbook xmlns=\"{}\" xmlns:r=\"{}\"><sheets>{}</sheets></workbook>",
                                     declaration, main_space, office_space, list)});
        files.push_back({"xl/_rels/workbook.xml.rels",
                         fmt::format("{}<Relationships xmlns=\"{}/relationships\">{}</Relationships>",
                                     declaration, package_space, links)});
        // Programs that recognize a file by its beginning want the types first.
        std::rotate(files.begin(), files.begin() + static_cast<std::ptrdiff_t>(sheets_.size()), files.end());
        Written written{{{path, packed(files)}}, text_.losses()};
        if (cut_ > 0) written.losses.push_back({"texts beyond 32,767 characters", cut_});
        for (const auto& [name, rows] : beyond_)
            written.losses.push_back({"rows beyond 1,048,576 of the sheet " + name, rows});
        return written;
    }

private:
    std::string sheet(const ExportTable& table, const std::string& name) {
        std::string text = fmt::format("{}<worksheet xmlns=\"{}\"><sheetData>", declaration, main_space);
        text += "<row r=\"1\">";
        for (std::size_t i = 0; i < table.columns.size(); ++i) text += text_cell(i, 1, table.columns[i].name);
        text += "</row>";
        const std::size_t rows = std::min<std::size_t>(table.rows, Workbook::most_rows - 1);
        if (rows < table.rows) beyond_.emplace_back(name, table.rows - rows);
        for (std::size_t row = 0; row < rows; ++row) {
            text += fmt::format("<row r=\"{}\">", row + 2);
            for (std::size_t i = 0; i < table.columns.size(); ++i) {
                const ExportColumn& column = table.columns[i];
                const std::string cell = column.cell(row);
                if (cell.empty()) continue;
                const bool own_number =
                    !column.attribute && (column.name == "weight" || column.name == "confidence");
                const bool number =
                    own_number || (column.attribute && is_plain_number(cell) && number_text(cell) == cell);
                text += number
                            ? fmt::format("<c r=\"{}{}\"><v>{}</v></c>", column_letters(i + 1), row + 2, cell)
                            : text_cell(i, row + 2, cell);
            }
            text += "</row>";
        }
        return text + "</sheetData></worksheet>";
    }

    std::string text_cell(std::size_t column, std::size_t row, std::string_view cell) {
        constexpr std::size_t most_characters = 32'767;
        const std::string_view shown = first_characters(cell, most_characters);
        if (shown.size() < cell.size()) ++cut_;
        return fmt::format("<c r=\"{}{}\" t=\"inlineStr\"><is><t xml:space=\"preserve\">{}</t></is></c>",
                           column_letters(column + 1), row, text_.text(sheet_text(shown)));
    }

    std::vector<std::pair<std::string, const ExportTable*>> sheets_;
    XmlText text_;
    std::uint64_t cut_ = 0;
    std::vector<std::pair<std::string, std::uint64_t>> beyond_;
};

}  // namespace

Written write_xlsx(const ExportTables& tables, const std::string& path) {
    return XlsxWriter(tables).write(path);
}

}  // namespace entente::io
