#include "io/writers/dot_writer.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "io/formats/text/dot/dot.hpp"
#include "io/writers/tables/vocabulary_writer.hpp"

namespace entente::io {

namespace {

std::string quoted_text(std::string_view text) {
    std::string out = "\"";
    for (const char byte : text) {
        if (byte == '"' || byte == '\\') out += '\\';
        out += byte;
    }
    return out + "\"";
}

// A label, in which & begins an entity and \n is a line break.
std::string quoted_label(std::string_view text) {
    std::string out = "\"";
    for (const char byte : text) {
        if (byte == '&') {
            out += "&amp;";
        } else if (byte == '\n') {
            out += "\\n";
        } else {
            if (byte == '"' || byte == '\\') out += '\\';
            out += byte;
        }
    }
    return out + "\"";
}

std::string attribute_name(const std::string& key) {
    const bool plain = !key.empty() && std::ranges::all_of(key, [](char byte) {
        return (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z') || byte == '_';
    });
    const bool keyword = key == "node" || key == "edge" || key == "graph" || key == "digraph" ||
                         key == "subgraph" || key == "strict";
    return plain && !keyword ? key : quoted_text(key);
}

std::string fields(const ExportTable& table, const std::vector<std::string>& keys, std::size_t row,
                   std::size_t first) {
    std::string text;
    for (std::size_t i = first; i < keys.size(); ++i) {
        const std::string cell = table.columns[i].cell(row);
        if (cell.empty()) continue;
        text += fmt::format("{}{}={}", text.empty() ? "" : ", ", attribute_name(keys[i]),
                            keys[i] == "label" ? quoted_label(cell) : quoted_text(cell));
    }
    return text;
}

// In points, y upwards, for neato -n.
std::string position(const ExportPlace& place) {
    return fmt::format("pos=\"{},{}\"", coordinate(place.x), coordinate(-place.y));
}

}  // namespace

Written write_dot(const ExportTables& tables, const std::string& path) {
    std::vector<std::string_view> reserved(dot_looks().begin(), dot_looks().end());
    for (const std::string_view word :
         {"id", "label", "xlabel", "dir", "key", "source", "target", "kind", "weight", "comment", "cluster"})
        reserved.push_back(word);
    const KeyRules rules{reserved, false};
    const auto actor_keys = keys_of(tables.actors, rules), tie_keys = keys_of(tables.ties, rules);
    std::string text = tables.directed ? "digraph {\n" : "graph {\n";
    text += fmt::format("  graph [entente={}", quoted_text(vocabulary_json(tables, actor_keys, tie_keys)));
    if (!tables.title.empty()) text += fmt::format(", label={}", quoted_label(tables.title));
    text += "];\n";
    for (std::size_t row = 0; row < tables.actors.rows; ++row) {
        std::string attributes = fields(tables.actors, actor_keys, row, 1);
        if (!tables.places.empty())
            attributes += (attributes.empty() ? "" : ", ") + position(tables.places[row]);
        text += fmt::format("  {} [{}];\n", quoted_text(tables.actors.cell(row, "id")), attributes);
    }
    for (std::size_t row = 0; row < tables.ties.rows; ++row) {
        std::string attributes = fields(tables.ties, tie_keys, row, 2);
        if (tables.directed && tables.ties.cell(row, "directed") != "true")
            attributes += attributes.empty() ? "dir=none" : ", dir=none";
        text += fmt::format("  {} {} {} [{}];\n", quoted_text(tables.ties.cell(row, "source")),
                            tables.directed ? "->" : "--", quoted_text(tables.ties.cell(row, "target")),
                            attributes);
    }
    text += "}\n";
    return {{{path, std::move(text)}}, {}};
}

}  // namespace entente::io
