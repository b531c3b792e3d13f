#include "io/writers/tables/losses.hpp"

#include <algorithm>
#include <array>
#include <utility>

namespace entente::io {

namespace {

std::string plural(const ExportColumn& column, const char* of) {
    constexpr std::array<std::pair<std::string_view, const char*>, 10> words{{{"kind", "kinds"},
                                                                              {"relation", "relations"},
                                                                              {"sign", "signs"},
                                                                              {"weight", "weights"},
                                                                              {"directed", "directions"},
                                                                              {"start", "starts"},
                                                                              {"end", "ends"},
                                                                              {"confidence", "confidences"},
                                                                              {"citation", "citations"},
                                                                              {"note", "notes"}}};
    const auto at = std::ranges::find_if(words, [&](const auto& word) { return word.first == column.name; });
    if (!column.attribute && at != words.end()) return at->second;
    return "cells of the " + std::string(of) + " " + column.name;
}

std::uint64_t lost_cells(const ExportTable& table, const ExportColumn& column) {
    std::uint64_t count = 0;
    for (std::size_t row = 0; row < table.rows; ++row) {
        const std::string cell = column.cell(row);
        // A label that is the id says nothing, nor does a confidence of 1.
        const bool says = !cell.empty() && (column.name != "label" || cell != table.cell(row, "id")) &&
                          (column.name != "confidence" || cell != "1");
        count += says ? 1U : 0U;
    }
    return count;
}

void add(std::vector<Loss>& result, const ExportTable& table, std::span<const std::string_view> kept,
         const char* of) {
    for (const ExportColumn& column : table.columns) {
        if (!column.attribute && std::ranges::find(kept, column.name) != kept.end()) continue;
        const std::uint64_t count = lost_cells(table, column);
        if (count > 0)
            result.push_back(
                {column.name == "label" && !column.attribute ? "labels" : plural(column, of), count});
    }
}

}  // namespace

std::vector<Loss> losses(const ExportTables& tables, std::span<const std::string_view> kept_of_actors,
                         std::span<const std::string_view> kept_of_ties) {
    std::vector<Loss> result;
    add(result, tables.actors, kept_of_actors, "actors'");
    add(result, tables.ties, kept_of_ties, "ties'");
    if (tables.relations.rows > 0)
        result.push_back({"relations' labels and defaults", tables.relations.rows});
    if (tables.sources.rows > 0) result.push_back({"sources", tables.sources.rows});
    return result;
}

}  // namespace entente::io
