#include "report/format/catalog.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "base/terminal_text.hpp"
#include "base/text.hpp"

namespace entente::report {

namespace {

std::string filled(std::string_view text, std::size_t width) {
    std::string result = "   ";
    std::size_t column = 3;
    for (const std::string_view word : split(text, ' ')) {
        const std::size_t length = display_width(word);
        if (column + 1 + length > width && column > 4) {
            result += "\n   ";
            column = 3;
        }
        result += ' ' + std::string(word);
        column += 1 + length;
    }
    return result + '\n';
}

}  // namespace

Table table_of(const Catalog& catalog) {
    Table table{.columns = catalog.columns, .rows = {}};
    for (const auto& row : catalog.rows) table.rows.emplace_back(row.begin(), row.end());
    return table;
}

Value value_of(const Catalog& catalog) {
    Value::Object result = result_object();
    Value::Array entries;
    for (const auto& row : catalog.rows) {
        Value::Object entry;
        for (std::size_t c = 0; c < row.size(); ++c) {
            if (catalog.columns[c] == "default") entry.emplace_back("default", row[c] == "yes");
            else entry.emplace_back(catalog.columns[c], row[c].empty() ? Value() : Value(row[c]));
        }
        entries.emplace_back(std::move(entry));
    }
    result.emplace_back(catalog.what, std::move(entries));
    return result;
}

std::string text_of(const Catalog& catalog, const TextOptions& options) {
    const std::size_t width = options.width == 0 ? 80 : std::clamp<std::size_t>(options.width, 50, 110);
    std::string text;
    for (const auto& row : catalog.rows) {
        if (!text.empty()) text += '\n';
        const bool in_default = catalog.columns.back() == "default" && row.back() == "yes";
        text += options.color ? styled(Style::bold, row[0]) : row[0];
        text += in_default ? "  (default)\n" : "\n";
        text += filled(row[1], width);
        std::string others;
        for (std::size_t c = 2; c < row.size(); ++c) {
            if (row[c].empty() || catalog.columns[c] == "default") continue;
            others += fmt::format("{}{}: {}", others.empty() ? "" : "; ", catalog.columns[c], row[c]);
        }
        if (!others.empty()) text += filled(others, width);
    }
    return text;
}

}  // namespace entente::report
