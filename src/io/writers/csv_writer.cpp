#include "io/writers/csv_writer.hpp"

#include <array>
#include <string>

#include "io/writers/tables/losses.hpp"

namespace entente::io {

namespace {

bool needs_quotes(std::string_view cell) {
    if (cell.empty()) return false;
    const auto is_blank = [](char byte) {
        // Every byte beyond ASCII may begin or end a blank that readers cut off.
        return static_cast<unsigned char>(byte) <= ' ' || static_cast<unsigned char>(byte) >= 0x80;
    };
    return is_blank(cell.front()) || is_blank(cell.back()) ||
           cell.find_first_of(",;\t\"\n\r") != std::string_view::npos;
}

void add_cell(std::string& text, std::string_view cell) {
    if (!needs_quotes(cell)) {
        text += cell;
        return;
    }
    text += '"';
    for (const char byte : cell) {
        text += byte;
        if (byte == '"') text += '"';
    }
    text += '"';
}

}  // namespace

std::string csv_text(const ExportTable& table) {
    std::string text;
    for (std::size_t i = 0; i < table.columns.size(); ++i) {
        if (i > 0) text += ',';
        add_cell(text, table.columns[i].name);
    }
    text += '\n';
    for (std::size_t row = 0; row < table.rows; ++row) {
        for (std::size_t i = 0; i < table.columns.size(); ++i) {
            if (i > 0) text += ',';
            add_cell(text, table.columns[i].cell(row));
        }
        text += '\n';
    }
    return text;
}

Written write_csv_folder(const ExportTables& tables, const std::string&) {
    return {{{"actors.csv", csv_text(tables.actors)},
             {"ties.csv", csv_text(tables.ties)},
             {"relations.csv", csv_text(tables.relations)},
             {"sources.csv", csv_text(tables.sources)}},
            {}};
}

Written write_csv_ties(const ExportTables& tables, const std::string& path) {
    ExportTables lost = tables;
    lost.ties.columns.clear();  // all of them are kept
    constexpr std::array<std::string_view, 1> ids{"id"};
    Written written{{{path, csv_text(tables.ties)}}, losses(lost, ids, {})};
    if (tables.untied_actors > 0)
        written.losses.insert(written.losses.begin(), {"actors without ties", tables.untied_actors});
    return written;
}

}  // namespace entente::io
