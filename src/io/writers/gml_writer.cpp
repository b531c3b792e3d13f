#include "io/writers/gml_writer.hpp"

#include <fmt/format.h>

#include <array>
#include <unordered_map>

#include "io/formats/text/entities.hpp"
#include "io/writers/tables/vocabulary_writer.hpp"

namespace entente::io {

namespace {

constexpr std::array<std::string_view, 10> reserved{"id",  "label",    "name",          "title",  "kind",
                                                    "key", "graphics", "labelgraphics", "source", "target"};

std::string quoted_text(std::string_view text) { return "\"" + with_entities(text) + "\""; }

// NetworkX takes a number with an exponent only if it has a point.
bool lacks_point(std::string_view number) {
    return number.find('e') != std::string_view::npos && number.find('.') == std::string_view::npos;
}

std::string with_point(std::string number) {
    if (lacks_point(number)) number.insert(number.find('e'), ".0");
    return number;
}

// yEd and Gephi want real numbers in graphics.
std::string with_decimals(std::string number) {
    return number.find('.') == std::string::npos ? number + ".0" : number;
}

void add_fields(std::string& text, const ExportTable& table, const std::vector<std::string>& keys,
                std::size_t row, std::size_t first) {
    for (std::size_t i = first; i < keys.size(); ++i) {
        const ExportColumn& column = table.columns[i];
        const std::string cell = column.cell(row);
        if (cell.empty()) continue;
        const bool own_number = !column.attribute && (column.name == "weight" || column.name == "confidence");
        // An attribute keeps its text: one that would need a point stays in quotes.
        const bool bare = column.attribute && is_plain_number(cell) && !lacks_point(cell);
        text += fmt::format("    {} {}\n", keys[i],
                            own_number ? with_point(cell)
                            : bare     ? cell
                                       : quoted_text(cell));
    }
}

}  // namespace

Written write_gml(const ExportTables& tables, const std::string& path) {
    const KeyRules rules{reserved, true};
    const auto actor_keys = keys_of(tables.actors, rules), tie_keys = keys_of(tables.ties, rules);
    std::string text = fmt::format("graph [\n  directed {}\n  multigraph 1\n", tables.directed ? 1 : 0);
    if (!tables.title.empty()) text += fmt::format("  title {}\n", quoted_text(tables.title));
    text += fmt::format("  entente {}\n", quoted_text(vocabulary_json(tables, actor_keys, tie_keys)));
    std::unordered_map<std::string, std::size_t> numbers;
    for (std::size_t row = 0; row < tables.actors.rows; ++row) {
        const std::string id = tables.actors.cell(row, "id");
        numbers.emplace(id, row);
        const std::string shown_id = quoted_text(id);
        text += fmt::format("  node [\n    id {}\n    label {}\n    name {}\n    title {}\n", row, shown_id,
                            shown_id, quoted_text(tables.actors.cell(row, "label")));
        add_fields(text, tables.actors, actor_keys, row, 2);
        if (!tables.places.empty())
            text += fmt::format("    graphics [\n      x {}\n      y {}\n    ]\n",
                                with_decimals(coordinate(tables.places[row].x)),
                                with_decimals(coordinate(tables.places[row].y)));
        text += "  ]\n";
    }
    for (std::size_t row = 0; row < tables.ties.rows; ++row) {
        text += fmt::format("  edge [\n    source {}\n    target {}\n",
                            numbers.at(tables.ties.cell(row, "source")),
                            numbers.at(tables.ties.cell(row, "target")));
        add_fields(text, tables.ties, tie_keys, row, 2);
        text += "  ]\n";
    }
    text += "]\n";
    return {{{path, std::move(text)}}, {}};
}

}  // namespace entente::io
