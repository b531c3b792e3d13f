#include "report/format/table.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "base/prose.hpp"
#include "base/terminal_text.hpp"
#include "base/text.hpp"

namespace entente::report {

namespace {

struct Column {
    std::vector<std::string> cells;
    std::size_t width = 0;
    bool right = false;
};

constexpr int scientific = -1;  // 6.667e-10

// Decimals that show four digits of the largest value; none where all values are whole.
int decimals_of(const Table& table, std::size_t column) {
    double largest = 0;
    bool whole = true;
    for (const auto& row : table.rows) {
        const double* number = std::get_if<double>(&row[column]);
        if (number == nullptr || std::isnan(*number)) continue;
        largest = std::max(largest, std::fabs(*number));
        whole = whole && *number == std::floor(*number);
    }
    if (needs_exponent(largest)) return scientific;
    if (whole) return 0;
    const int before_point = static_cast<int>(std::floor(std::log10(largest))) + 1;
    return std::clamp(4 - before_point, 1, 8);
}

std::string fixed(double value, int decimals) {
    return decimals == scientific && !std::isnan(value) ? fmt::format("{:.4g}", value)
                                                        : with_decimals(value, decimals);
}

// Line breaks and other control characters would break the alignment (or the terminal).
std::string one_line(std::string_view text) {
    std::string result;
    for (const char c : text) result += static_cast<unsigned char>(c) < 0x20 || c == 0x7F ? ' ' : c;
    return result;
}

std::vector<Column> columns_of(const Table& table) {
    std::vector<Column> columns(table.columns.size());
    for (std::size_t c = 0; c < columns.size(); ++c) {
        Column& column = columns[c];
        const int decimals = decimals_of(table, c);
        column.width = display_width(table.columns[c]);
        for (const auto& row : table.rows) {
            if (const auto* text = std::get_if<std::string>(&row[c])) {
                column.cells.push_back(one_line(*text));
            } else {
                column.right = true;
                const auto* number = std::get_if<double>(&row[c]);
                column.cells.push_back(number != nullptr
                                           ? fixed(*number, decimals)
                                           : fmt::format("{}", std::get<std::uint64_t>(row[c])));
            }
            column.width = std::max(column.width, display_width(column.cells.back()));
        }
    }
    return columns;
}

// A table for a narrow terminal: long words give way first.
void shorten_keys(std::vector<Column>& columns, std::size_t keys, std::size_t width) {
    for (std::size_t c = 0; c < std::min(keys, columns.size()); ++c) {
        const std::size_t most = std::max<std::size_t>(12, width / 3);
        if (columns[c].right || columns[c].width <= most) continue;
        for (std::string& cell : columns[c].cells) {
            if (display_width(cell) <= most) continue;
            cell = std::string(first_columns(cell, most - 1)) + "…";
        }
        columns[c].width = most;
    }
}

std::string padded(const std::string& cell, const Column& column, bool last) {
    const std::string space(column.width - std::min(column.width, display_width(cell)), ' ');
    if (column.right) return space + cell;
    return last ? cell : cell + space;
}

}  // namespace

std::string to_text(const Table& table, const TextOptions& options) {
    std::vector<Column> columns = columns_of(table);
    const std::size_t keys = std::min(table.keys, columns.size());
    if (options.width > 0) shorten_keys(columns, keys, options.width);
    std::size_t key_width = 0;
    for (std::size_t c = 0; c < keys; ++c) key_width += columns[c].width + 2;

    std::string text;
    std::size_t next = keys;
    do {
        std::vector<std::size_t> shown(keys);
        for (std::size_t c = 0; c < keys; ++c) shown[c] = c;
        std::size_t width = key_width;
        while (next < columns.size() &&
               (shown.size() == keys || options.width == 0 || width + columns[next].width <= options.width)) {
            width += columns[next].width + 2;
            shown.push_back(next++);
        }
        if (!text.empty()) text += '\n';
        std::string header;
        for (const std::size_t c : shown)
            header += (header.empty() ? "" : "  ") + padded(table.columns[c], columns[c], c == shown.back());
        text += (options.color ? styled(Style::bold, header) : header) + '\n';
        for (std::size_t row = 0; row < table.rows.size(); ++row) {
            std::string line;
            bool first = true;
            for (const std::size_t c : shown) {
                line += (first ? "" : "  ") + padded(columns[c].cells[row], columns[c], c == shown.back());
                first = false;
            }
            text += line.substr(0, line.find_last_not_of(' ') + 1) + '\n';
        }
    } while (next < columns.size());
    return text;
}

}  // namespace entente::report
