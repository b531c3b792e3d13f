#include "io/ties/tie_columns.hpp"

#include <array>

#include "io/csv/wrong_file.hpp"

namespace entente::io {

namespace {

std::optional<TieColumns::Type> find_type(const std::vector<std::string>& header, const ColumnMap& map,
                                          const ChosenColumns& chosen) {
    if (map.find("directed") || chosen.contains("relation")) return std::nullopt;
    for (std::size_t column = 0; column < header.size(); ++column) {
        if (normalized(header[column]) != "type") continue;
        const bool is_relation = map.find("relation") == column;
        if (!is_relation && map.taken(column)) continue;
        return TieColumns::Type{column, header[column], is_relation};
    }
    return std::nullopt;
}

}  // namespace

std::optional<TieColumns> find_tie_columns(const TableReader& rows, const ChosenColumns& chosen,
                                           Diagnostics& diagnostics) {
    ColumnMap map = map_columns(rows, tie_columns(), chosen, true, diagnostics);
    if (map.find("length") && !chosen.contains("weight")) map.release("weight");
    const auto source = map.find("source"), target = map.find("target");
    static constexpr std::array<std::string_view, 4> source_names{"source", "from", "src", "sender"},
        target_names{"target", "to", "tgt", "receiver"};
    if (const auto mistaken = source || target ? std::nullopt : not_a_ties_file(rows)) {
        diagnostics.error(rows.header_spot(0), *mistaken, rows.header_excerpt());
        return std::nullopt;
    }
    if (!source) complain_of_missing(rows, "source", source_names, diagnostics);
    if (!target) complain_of_missing(rows, "target", target_names, diagnostics);
    if (!source || !target) return std::nullopt;
    TieColumns columns{.source = *source,
                       .target = *target,
                       .relation = map.find("relation"),
                       .sign = map.find("sign"),
                       .weight = map.find("weight"),
                       .directed = map.find("directed"),
                       .start = map.find("start"),
                       .end = map.find("end"),
                       .confidence = map.find("confidence"),
                       .citation = map.find("citation"),
                       .note = map.find("note"),
                       .length = map.find("length"),
                       .source_label = map.find("source_label"),
                       .target_label = map.find("target_label"),
                       .type = find_type(rows.header(), map, chosen),
                       .others = {},
                       .map = {}};
    if (columns.type && columns.type->is_relation) columns.relation.reset();
    if (columns.type && !columns.type->is_relation) map.assign("type", columns.type->column);
    for (const std::size_t column : map.others()) columns.others.push_back({column, rows.header()[column]});
    columns.map = std::move(map);
    return columns;
}

}  // namespace entente::io
