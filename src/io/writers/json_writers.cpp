#include "io/writers/json_writers.hpp"

#include <fmt/format.h>

#include <array>
#include <map>
#include <utility>
#include <vector>

#include "io/formats/json/json.hpp"
#include "io/writers/tables/vocabulary_writer.hpp"

namespace entente::io {

namespace {

enum class Numbers { as_text, where_plain, always };

void add_member(std::string& text, bool& first, std::string_view key, std::string_view cell,
                Numbers numbers) {
    if (cell.empty()) return;
    const bool plain = cell == "true" || cell == "false";
    text += first ? "" : ", ";
    text += json_quoted(key) + ": ";
    text += numbers == Numbers::always || (numbers == Numbers::where_plain && is_plain_number(cell)) ||
                    (plain && key == "directed")
                ? std::string(cell)
                : json_quoted(cell);
    first = false;
}

// The filled cells of a row as an object; ids are text whatever they look like.
std::string object(const ExportTable& table, const std::vector<std::string>& keys, std::size_t row,
                   std::string_view more = "") {
    std::string text = "{" + std::string(more);
    bool first = more.empty();
    for (std::size_t i = 0; i < keys.size(); ++i) {
        const ExportColumn& column = table.columns[i];
        const bool own_number = column.name == "weight" || column.name == "confidence";
        const Numbers numbers = column.attribute ? Numbers::where_plain
                                : own_number     ? Numbers::always
                                                 : Numbers::as_text;
        add_member(text, first, keys[i], column.cell(row), numbers);
    }
    return text + "}";
}

constexpr std::array<std::string_view, 9> reserved{"id",   "label",    "kind",       "source", "target",
                                                   "from", "metadata", "attributes", "key"};
constexpr std::array<std::string_view, 2> positions{"x", "y"};
constexpr std::array<std::string_view, 9> reserved_by_cytoscape{
    "id", "label", "kind", "source", "target", "parent", "name", "value", "key"};

// What tells the rows of a pair from each other, as NetworkX numbers them: 0, 1, … of each pair whichever way
// its rows name it.
std::vector<std::size_t> keys_of_pairs(const ExportTable& ties) {
    std::map<std::pair<std::string, std::string>, std::size_t> rows;
    std::vector<std::size_t> keys;
    for (std::size_t row = 0; row < ties.rows; ++row) {
        std::pair pair(ties.cell(row, "source"), ties.cell(row, "target"));
        if (pair.second < pair.first) std::swap(pair.first, pair.second);
        keys.push_back(rows[std::move(pair)]++);
    }
    return keys;
}

// As members of an object; "" where nothing is laid out.
std::string coordinates(const ExportTables& tables, std::size_t row) {
    if (tables.places.empty()) return "";
    return fmt::format("\"x\": {}, \"y\": {}", coordinate(tables.places[row].x),
                       coordinate(tables.places[row].y));
}

}  // namespace

Written write_node_link(const ExportTables& tables, const std::string& path) {
    std::vector<std::string_view> of_actors(reserved.begin(), reserved.end());
    if (!tables.places.empty()) of_actors.insert(of_actors.end(), positions.begin(), positions.end());
    const auto actor_keys = keys_of(tables.actors, {of_actors}), tie_keys = keys_of(tables.ties, {reserved});
    std::string text = fmt::format(
        "{{\"directed\": {}, \"multigraph\": true, \"graph\": {{{}\"entente\": {}}},\n\"nodes\": [",
        tables.directed, tables.title.empty() ? "" : "\"name\": " + json_quoted(tables.title) + ", ",
        vocabulary_json(tables, actor_keys, tie_keys));
    for (std::size_t row = 0; row < tables.actors.rows; ++row)
        text += (row > 0 ? ",\n" : "\n") + object(tables.actors, actor_keys, row, coordinates(tables, row));
    text += "\n],\n\"links\": [";
    for (std::size_t row = 0; row < tables.ties.rows; ++row)
        text += (row > 0 ? ",\n" : "\n") + object(tables.ties, tie_keys, row);
    text += "\n]}\n";
    return {{{path, std::move(text)}}, {}};
}

Written write_cytoscape(const ExportTables& tables, const std::string& path) {
    const auto actor_keys = keys_of(tables.actors, {reserved_by_cytoscape}),
               tie_keys = keys_of(tables.ties, {reserved_by_cytoscape});
    std::string text = fmt::format(
        "{{\"data\": {{{}\"entente\": {}}},\n\"directed\": {}, \"multigraph\": true,\n\"elements\": "
        "{{\"nodes\": [",
        tables.title.empty() ? "" : "\"name\": " + json_quoted(tables.title) + ", ",
        vocabulary_json(tables, actor_keys, tie_keys), tables.directed);
    // Cytoscape shows a node's name, NetworkX takes its value for the node and an edge's key apart.
    for (std::size_t row = 0; row < tables.actors.rows; ++row) {
        const std::string id = json_quoted(tables.actors.cell(row, "id"));
        text += fmt::format(
            "{}\n{{\"data\": {}{}}}", row > 0 ? "," : "",
            object(tables.actors, actor_keys, row, fmt::format("\"value\": {}, \"name\": {}", id, id)),
            tables.places.empty() ? "" : fmt::format(", \"position\": {{{}}}", coordinates(tables, row)));
    }
    text += "\n],\n\"edges\": [";
    // Nodes and edges share one space of ids.
    std::string prefix = "tie ";
    for (bool taken = true; taken;) {
        taken = false;
        for (std::size_t row = 0; row < tables.actors.rows && !taken; ++row)
            taken = tables.actors.cell(row, "id").starts_with(prefix);
        if (taken) prefix += "tie ";
    }
    const std::vector<std::size_t> keys = keys_of_pairs(tables.ties);
    for (std::size_t row = 0; row < tables.ties.rows; ++row) {
        const std::string id = json_quoted(fmt::format("{}{}", prefix, row + 1));
        text += fmt::format(
            "{}\n{{\"data\": {}}}", row > 0 ? "," : "",
            object(tables.ties, tie_keys, row, fmt::format("\"id\": {}, \"key\": {}", id, keys[row])));
    }
    text += "\n]}}\n";
    return {{{path, std::move(text)}}, {}};
}

}  // namespace entente::io
