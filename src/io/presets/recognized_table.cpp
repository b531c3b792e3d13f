#include "io/presets/recognized_table.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <array>
#include <memory>

#include "base/prose.hpp"
#include "io/presets/library.hpp"

namespace entente::io {

namespace {

constexpr std::array<char, 5> delimiters{'\t', ',', ';', '|', ' '};
constexpr std::size_t rows_looked_at = 3;

// How the table is read if it is one of a preset.
std::optional<RecognizedTable> recognized(const TableStart& start, const PresetChoice& choice) {
    if (start.header.empty()) return std::nullopt;
    const auto seen = recognized_preset(start);
    if (choice.name.empty() && !seen) return std::nullopt;
    RecognizedTable table{
        .preset = find_preset(choice.name.empty() ? seen->preset : choice.name, choice.rules),
        .header = start.header,
        .cells = choice.cells};
    const std::vector<std::string>& missing = choice.cells.missing;
    table.preset.missing.insert(table.preset.missing.end(), missing.begin(), missing.end());
    table.header_row = seen && seen->preset == table.preset.name ? seen->header_row : table.preset.header_row;
    if (table.header_row == 0) table.header = headerless_names(table.preset, start.header.size());
    if (table.header_row == 2 && !start.rows.empty()) table.header = start.rows.front();
    return table;
}

// The delimiter for a preset that is asked for by name: the one that cuts the first line most often.
char likeliest_delimiter(std::string_view text, const std::string& file) {
    return *std::ranges::max_element(delimiters, {}, [&](char delimiter) {
        return delimiter == ' ' ? std::size_t{0}
                                : start_of(text, file, {.delimiter = delimiter}).header.size();
    });
}

}  // namespace

TableStart start_of(std::string_view text, const std::string& file, const TableForm& form) {
    TableStart start{file, form.delimiter, {}, {}};
    if (text.starts_with("\xEF\xBB\xBF")) text.remove_prefix(3);
    for (std::size_t at = 0, row = 0; row < rows_looked_at && at < text.size();) {
        const std::size_t end =
            std::min(RecordScanner::end_of_record(text.substr(at), form), text.size() - at);
        auto cells = RecordScanner::cells_of(text.substr(at, end), form);
        at += end;
        if (!cells) break;
        if (cells->size() == 1 && cells->front().empty() && row == 0) continue;  // blank lines
        if (row++ == 0) {
            start.header = std::move(*cells);
        } else {
            start.rows.push_back(std::move(*cells));
        }
    }
    return start;
}

std::optional<RecognizedTable> recognized_table(std::string_view text, const std::string& file,
                                                char delimiter, const PresetChoice& choice) {
    if (choice.name == "none") return std::nullopt;
    if (delimiter == 0 && !choice.name.empty()) delimiter = likeliest_delimiter(text, file);
    for (const char one : delimiters) {
        if (delimiter != 0 && one != delimiter) continue;
        TableForm form{.delimiter = one};
        auto table = recognized(start_of(text, file, form), choice);
        if (!table) continue;
        form.quotes = table->header_row != 0;
        form.width = table->header.size();
        for (std::size_t row = 0; row < table->header_row; ++row) {
            const std::string_view rest = text.substr(table->header_bytes);
            table->header_bytes += std::min(RecordScanner::end_of_record(rest, form), rest.size());
        }
        table->header_lines =
            static_cast<std::size_t>(std::ranges::count(text.substr(0, table->header_bytes), '\n'));
        table->form = form;
        return table;
    }
    return std::nullopt;
}

std::optional<RecognizedTable> recognized_table(const RawTable& table, const PresetChoice& choice) {
    if (choice.name == "none") return std::nullopt;
    TableStart start{table.file, 0, table.header(), {}};
    for (std::size_t row = 0; row < std::min(rows_looked_at, table.size()); ++row) {
        start.rows.emplace_back();
        for (std::size_t column = 0; column < table.header().size(); ++column)
            start.rows.back().emplace_back(table.cell(row, column));
    }
    return recognized(start, choice);
}

PresetReading read_preset(TableReader& rows, const RecognizedTable& table) {
    PresetTable ties(table.preset, rows.name(), table.header, table.cells);
    std::vector<std::string_view> cells(ties.columns().size());
    if (table.header_row == 0) {
        for (std::size_t i = 0; i < cells.size(); ++i) cells[i] = rows.header()[ties.columns()[i]];
        ties.add(cells, {1, 1}, [](std::uint32_t) { return CellPlace{1, 1}; });
    }
    const auto place = [](const Spot& spot) {
        return CellPlace{static_cast<std::uint32_t>(spot.line), static_cast<std::uint32_t>(spot.column)};
    };
    bool first = true;
    for (RowBatch batch; rows.next(batch);) {
        for (std::size_t i = first && table.header_row == 2 ? 1 : 0; i < batch.size(); ++i) {
            const RowRef row{batch, i};
            for (std::size_t cell = 0; cell < cells.size(); ++cell)
                cells[cell] = row.cell(ties.columns()[cell]);
            ties.add(cells, {static_cast<std::uint32_t>(row.line()), 1},
                     [&](std::uint32_t column) { return place(rows.spot(row, column)); });
        }
        first = false;
    }
    PresetReading reading = ties.finish();
    for (const auto& [column, from] : reading.origins)
        reading.ties.came_from(column, table.header[from], place(rows.header_spot(from)));
    return reading;
}

std::string decisions_text(const ReadAs& read_as) {
    std::string text = fmt::format("read as {} (--preset {}): {}", read_as.title, read_as.preset,
                                   fmt::join(read_as.decisions, "; "));
    if (!read_as.citation.empty()) text += "; please cite " + read_as.citation;
    return text;
}

std::string brief_decisions(const ReadAs& read_as) {
    std::string text = fmt::format("{} read as {} (--preset {}): {} = {} giving {}", read_as.file,
                                   read_as.title, read_as.preset, counted(read_as.rows_read, "row"),
                                   read_as.rows_giving_ties, counted(read_as.ties, "tie"));
    for (const LedgerEntry& entry : read_as.left_out)
        text += fmt::format(" + {} left out: {}", entry.rows, entry.reason);
    return text;
}

}  // namespace entente::io
