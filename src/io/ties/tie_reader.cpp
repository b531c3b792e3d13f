#include "io/ties/tie_reader.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "io/csv/wrong_file.hpp"
#include "io/ties/tie_reading.hpp"

namespace entente::io {

void TieReader::complain(Reading& reading, RowRef row, std::size_t column, std::string message) {
    diagnostics_.tell(Severity::error, reading.rows.spot(row, column), std::move(message),
                      reading.rows.excerpt(row, column));
}

void TieReader::read(TableReader& rows, const TieFileOptions& options) {
    network_.files.push_back(rows.name());
    if (rows.header().empty()) return;
    ColumnMap map = map_columns(rows, tie_columns(), options.chosen, true, diagnostics_);
    const auto source = map.find("source"), target = map.find("target");
    static constexpr std::array<std::string_view, 4> source_names{"source", "from", "src", "sender"},
        target_names{"target", "to", "tgt", "receiver"};
    if (const auto mistaken = source || target ? std::nullopt : not_a_ties_file(rows)) {
        diagnostics_.error(rows.header_spot(0), *mistaken, rows.header_excerpt());
        return;
    }
    if (!source) complain_of_missing(rows, "source", source_names, diagnostics_);
    if (!target) complain_of_missing(rows, "target", target_names, diagnostics_);
    if (!source || !target) return;
    Reading reading{.rows = rows,
                    .file = static_cast<std::uint32_t>(network_.files.size() - 1),
                    .first_row = network_.tie_count(),
                    .options = options,
                    .source = *source,
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
                    .had_signs = !network_.ties.sign.empty()};
    // Gephi calls the direction Type, everyone else the relation: its cells decide.
    for (std::size_t column = 0; column < rows.header().size() && !reading.directed; ++column) {
        if (normalized(rows.header()[column]) != "type" || options.chosen.contains("relation")) continue;
        if (reading.relation == column) {
            reading.type = column;
            reading.type_is_relation = true;
            reading.relation.reset();
        } else if (!map.taken(column)) {
            reading.type = column;
            map.assign("type", column);
        }
        reading.type_name = rows.header()[column];
    }
    for (const std::size_t column : map.others())
        reading.attributes.emplace_back(column,
                                        attribute_named(network_.ties.attributes, rows.header()[column]));
    open_columns(reading);
    read_rows(reading);
    settle_type(reading);
    settle_relations(reading);
    settle_signs(reading);
    settle_point_date(reading);
    close_columns();
    ledger_.tie_rows += rows.rows_read();
    ledger_.columns.push_back(uses_of(reading, map));
    if (reading.self_loops > 0) {
        const auto at = std::find_if(ledger_.dropped.begin(), ledger_.dropped.end(),
                                     [](const LedgerEntry& e) { return e.reason == "self-loop"; });
        if (at == ledger_.dropped.end()) {
            ledger_.dropped.push_back({"self-loop", reading.self_loops});
        } else {
            at->rows += reading.self_loops;
        }
    }
}

// What was found out only at the end of the file included.
FileColumns TieReader::uses_of(const Reading& reading, const ColumnMap& map) {
    FileColumns uses = map.uses(reading.rows.name(), reading.rows.header());
    for (auto column = uses.taken.begin(); column != uses.taken.end(); ++column) {
        if (!reading.type || column->header != reading.type_name) continue;
        column->ours = reading.type_is_direction ? "directed" : "relation";
        if (reading.type_is_direction || reading.type_is_relation) break;
        uses.others.push_back(column->header);
        uses.taken.erase(column);
        break;
    }
    if (!reading.point_date.empty()) {
        uses.taken.push_back({"start and end", reading.point_date});
        std::erase(uses.others, reading.point_date);
    }
    return uses;
}

void TieReader::read_rows(Reading& reading) {
    struct Hashes {
        std::uint64_t source, target, row;
    };
    std::vector<Hashes> hashes;
    RowBatch batch;
    while (reading.rows.next(batch)) {
        if (hashes.empty()) reserve(reading, network_.tie_count() + reading.rows.expected_rows());
        // The index of actors is far larger than the caches: fetch what the whole batch needs at once.
        hashes.clear();
        for (std::size_t i = 0; i < batch.size(); ++i) {
            const RowRef row{batch, i};
            hashes.push_back(
                {hash_of(row.cell(reading.source)), hash_of(row.cell(reading.target)), hash_of(row.text())});
            actors_.index().prefetch(hashes.back().source);
            actors_.index().prefetch(hashes.back().target);
        }
        for (std::size_t i = 0; i < batch.size(); ++i)
            add_row(reading, {batch, i}, hashes[i].source, hashes[i].target, hashes[i].row);
    }
}

void TieReader::add_row(Reading& reading, RowRef row, std::uint64_t source_hash, std::uint64_t target_hash,
                        std::uint64_t row_hash) {
    Values values;
    const auto source = actor(reading, row, reading.source, source_hash);
    const auto target = actor(reading, row, reading.target, target_hash);
    const bool good = parse(reading, row, values);
    if (!source || !target || !good) return;
    if (*source == *target) {
        ++reading.self_loops;
        if (diagnostics_.admit("ties of an actor with itself, left out")) {
            diagnostics_.tell(
                Severity::warning, reading.rows.spot(row, reading.source),
                fmt::format("{} is tied to itself; the row is left out", quoted(row.cell(reading.source))),
                reading.rows.excerpt(row, reading.source));
        }
        return;
    }
    values.source = *source;
    values.target = *target;
    append(reading, row, values);
    hashes_.push_back(static_cast<std::uint32_t>(row_hash >> 32));
    if (reading.citation && !network_.sources.empty()) look_for_citation(reading, row);
}

std::optional<std::uint32_t> TieReader::actor(Reading& reading, RowRef row, std::size_t column,
                                              std::uint64_t hash) {
    const std::string_view id = row.cell(column);
    if (id.empty()) {
        if (diagnostics_.admit_error()) {
            complain(reading, row, column,
                     fmt::format("the {} of this tie is empty; write the id of an actor",
                                 column == reading.source ? "source" : "target"));
        }
        return std::nullopt;
    }
    if (const auto known = actors_.index().find(hash, id)) return known;
    if (!reading.options.actors_known) return actors_.add(hash, id);
    if (diagnostics_.admit_error()) {
        const auto meant = suggestions_.for_id(id);
        complain(reading, row, column,
                 fmt::format("no actor has the id {}{}", quoted(id),
                             meant ? fmt::format("; did you mean {}?", quoted(*meant))
                                   : "; add it to the actors, or use --add-missing-actors"));
    }
    return std::nullopt;
}

}  // namespace entente::io
