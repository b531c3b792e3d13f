#include "io/writers/tables/vocabulary_writer.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cctype>
#include <set>

#include "base/text.hpp"
#include "io/formats/json/json.hpp"

namespace entente::io {

namespace {

std::string ascii_word(std::string_view name) {
    std::string word;
    for (const char byte : name) {
        const bool plain =
            static_cast<unsigned char>(byte) < 0x80 && std::isalnum(static_cast<unsigned char>(byte)) != 0;
        if (plain) word += byte;
        if (!plain && (byte == '_' || byte == ' ' || byte == '-') && !word.empty()) word += '_';
    }
    while (word.ends_with('_')) word.pop_back();
    if (word.empty() || std::isalpha(static_cast<unsigned char>(word.front())) == 0) word = "a" + word;
    return word;
}

std::string column_list(const ExportTable& table, const std::vector<std::string>& keys) {
    std::string list;
    for (std::size_t i = 0; i < keys.size(); ++i) {
        const std::string& name = table.columns[i].name;
        if (i > 0) list += ", ";
        list += keys[i] == name ? json_quoted(name)
                                : fmt::format("[{}, {}]", json_quoted(keys[i]), json_quoted(name));
    }
    return list;
}

std::string row_list(const ExportTable& table) {
    std::string list;
    for (std::size_t row = 0; row < table.rows; ++row) {
        list += row > 0 ? ", {" : "{";
        bool first = true;
        for (const ExportColumn& column : table.columns) {
            const std::string cell = column.cell(row);
            if (cell.empty()) continue;
            list += fmt::format("{}{}: {}", first ? "" : ", ", json_quoted(column.name), json_quoted(cell));
            first = false;
        }
        list += '}';
    }
    return list;
}

}  // namespace

std::vector<std::string> keys_of(const ExportTable& table, const KeyRules& rules) {
    std::set<std::string> taken;
    for (const std::string_view word : rules.reserved) taken.insert(lower(word));
    std::vector<std::string> keys;
    for (const ExportColumn& column : table.columns) {
        const std::string wanted =
            rules.ascii_words && column.attribute ? ascii_word(column.name) : column.name;
        std::string key = wanted;
        for (std::size_t n = 2; column.attribute && !taken.insert(lower(key)).second; ++n)
            key = fmt::format("{}_{}", wanted, n);
        taken.insert(lower(key));
        keys.push_back(std::move(key));
    }
    return keys;
}

std::string vocabulary_json(const ExportTables& tables, const std::vector<std::string>& actor_keys,
                            const std::vector<std::string>& tie_keys) {
    return fmt::format(
        "{{\"schema\": 1, \"actors\": [{}], \"ties\": [{}], \"relations\": [{}], \"sources\": [{}]}}",
        column_list(tables.actors, actor_keys), column_list(tables.ties, tie_keys),
        row_list(tables.relations), row_list(tables.sources));
}

}  // namespace entente::io
