#include "base/number.hpp"
#include "report/format/table.hpp"

namespace entente::report {

namespace {

struct Field {
    std::string operator()(const std::string& text) const { return csv_field(text); }
    std::string operator()(double number) const { return format_number(number); }
    std::string operator()(std::uint64_t count) const { return std::to_string(count); }
};

}  // namespace

std::string csv_field(std::string_view text) {
    const bool edge = !text.empty() && (text.front() == ' ' || text.back() == ' ' || text.front() == '\t' ||
                                        text.back() == '\t');
    if (!edge && text.find_first_of(",\"\r\n") == std::string_view::npos) return std::string(text);
    std::string quoted = "\"";
    for (const char c : text) {
        if (c == '"') quoted += '"';
        quoted += c;
    }
    return quoted + '"';
}

std::string to_csv(const Table& table) {
    std::string text;
    for (std::size_t c = 0; c < table.columns.size(); ++c) {
        if (c > 0) text += ',';
        text += csv_field(table.columns[c]);
    }
    text += '\n';
    for (const auto& row : table.rows) {
        for (std::size_t c = 0; c < row.size(); ++c) {
            if (c > 0) text += ',';
            text += std::visit(Field{}, row[c]);
        }
        text += '\n';
    }
    return text;
}

Table spreadsheet_safe(Table table) {
    const auto guard = [](std::string& text) {
        const bool runs = text.size() > 1 && std::string_view("=+-@\t\r").find(text.front()) != text.npos;
        if (runs && !parse_number(text)) text.insert(0, 1, '\'');
    };
    for (std::string& name : table.columns) guard(name);
    for (auto& row : table.rows) {
        for (Cell& cell : row) {
            if (auto* text = std::get_if<std::string>(&cell)) guard(*text);
        }
    }
    return table;
}

}  // namespace entente::report
