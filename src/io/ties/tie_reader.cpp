#include "io/ties/tie_reader.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "base/hash.hpp"
#include "io/ties/column_problems.hpp"
#include "io/ties/tie_notes.hpp"
#include "io/ties/unread_columns.hpp"

namespace entente::io {

// What the stages of one file share.
struct TieReader::File {
    TableReader& rows;
    const TieFileOptions& options;
    const TieColumns& columns;
    RowParser parser;
    TieBuilder builder;
    ColumnProblems problems = {};
    std::uint64_t self_ties = 0, incomplete = 0;

    void complain(Diagnostics& diagnostics, RowRef row, std::size_t column, std::string message) const {
        diagnostics.tell(Severity::error, rows.spot(row, column), std::move(message),
                         rows.excerpt(row, column));
    }
};

namespace {

// What became of the columns, what was found out only at the end of the file included.
FileColumns uses_of(const TableReader& rows, const TieColumns& columns, const TieSettlement& settled) {
    FileColumns uses = columns.map.uses(rows.name(), rows.header());
    for (auto column = uses.taken.begin(); column != uses.taken.end(); ++column) {
        if (!columns.type || column->header != columns.type->name) continue;
        column->ours = settled.type_is_direction ? "directed" : "relation";
        if (settled.type_is_direction || columns.type->is_relation) break;
        uses.others.push_back(column->header);
        uses.taken.erase(column);
        break;
    }
    if (!settled.point_date.empty()) {
        uses.taken.push_back({"start and end", settled.point_date});
        std::erase(uses.others, settled.point_date);
    }
    return uses;
}

void count_dropped(Ledger& ledger, std::string_view reason, std::uint64_t rows) {
    if (rows == 0) return;
    const auto at = std::ranges::find(ledger.dropped, reason, &LedgerEntry::reason);
    if (at == ledger.dropped.end()) {
        ledger.dropped.push_back({std::string(reason), rows});
    } else {
        at->rows += rows;
    }
}

}  // namespace

void TieReader::read(TableReader& rows, const TieFileOptions& options) {
    network_.files.push_back(rows.name());
    if (rows.header().empty()) return;
    const auto columns = find_tie_columns(rows, options.chosen, diagnostics_);
    if (!columns) return;
    File file{rows, options, *columns, RowParser(*columns, options.rules),
              TieBuilder(network_, *columns, options.rules)};
    read_rows(file);
    settle(file);
    ledger_.tie_rows += rows.rows_read();
    count_dropped(ledger_, "self-loop", file.self_ties);
    count_dropped(ledger_, "no source or target", file.incomplete);
}

void TieReader::settle(File& file) {
    file.problems.report(file.rows, diagnostics_);
    const TieSettlement settled = settle_ties(file.builder, {file.rows, file.columns, file.options.rules},
                                              network_, references_, diagnostics_);
    ledger_.columns.push_back(uses_of(file.rows, file.columns, settled));
    warn_of_unread_columns(file.builder, file.columns, settled, file.rows, network_, diagnostics_);
    if (settled.any_sign || file.options.rules.sign) return;
    std::string caution = warn_of_sign_words(file.builder, file.columns, file.rows, network_, diagnostics_);
    if (!caution.empty()) cautions_.push_back(std::move(caution));
}

void TieReader::read_rows(File& file) {
    std::vector<RowHashes> hashes;
    RowBatch batch;
    bool first = true;
    while (file.rows.next(batch)) {
        if (std::exchange(first, false)) {
            const std::size_t expected = network_.tie_count() + file.rows.expected_rows();
            file.builder.reserve(expected);
            hashes_.reserve(expected);
        }
        blank_missing(batch, file.options.rules.missing);
        // The index of actors is far larger than the caches: fetch what the whole batch needs at once.
        hashes.clear();
        for (std::size_t i = 0; i < batch.size(); ++i) {
            const RowRef row{batch, i};
            hashes.push_back({hash_of(row.cell(file.columns.source)), hash_of(row.cell(file.columns.target)),
                              hash_of(row.text())});
            actors_.index().prefetch(hashes.back().source);
            actors_.index().prefetch(hashes.back().target);
        }
        for (std::size_t i = 0; i < batch.size(); ++i) add_row(file, {batch, i}, hashes[i]);
    }
}

void TieReader::add_row(File& file, RowRef row, const RowHashes& hashes) {
    if (!file.options.rules.missing.empty() &&
        (row.cell(file.columns.source).empty() || row.cell(file.columns.target).empty())) {
        ++file.incomplete;
        return;
    }
    const auto source = actor(file, row, file.columns.source, hashes.source);
    const auto target = actor(file, row, file.columns.target, hashes.target);
    ParsedRow parsed = file.parser.parse(row);
    for (const CellProblem& problem : parsed.problems) {
        if (ColumnProblems::of_column(problem.kind)) file.problems.add(file.rows, row, problem);
        else if (diagnostics_.admit_error())
            file.complain(diagnostics_, row, problem.column, file.parser.message(row, problem));
    }
    for (const DateOddity& oddity : parsed.oddities) file.problems.add(file.rows, row, oddity);
    const bool relation_fits = apply_relation(file, row, parsed.values);
    if (!source || !target || !parsed.problems.empty() || !relation_fits) return;
    if (*source == *target && file.options.self_ties == SelfTies::left_out) return drop_self_tie(file, row);
    file.builder.append(static_cast<ActorId>(*source), static_cast<ActorId>(*target), row, parsed.values);
    hashes_.push_back(static_cast<std::uint32_t>(hashes.row >> 32));
    if (const auto& citation = file.columns.citation; citation && !network_.sources.empty()) {
        references_.look_for_sources(row.cell(*citation), [&] {
            return std::pair(file.rows.spot(row, *citation), file.rows.excerpt(row, *citation));
        });
    }
}

std::optional<std::uint32_t> TieReader::actor(const File& file, RowRef row, std::size_t column,
                                              std::uint64_t hash) {
    const std::string_view id = row.cell(column);
    if (id.empty()) {
        if (diagnostics_.admit_error()) {
            file.complain(diagnostics_, row, column,
                          empty_end_message(column == file.columns.source ? "source" : "target"));
        }
        return std::nullopt;
    }
    if (const auto known = actors_.index().find(hash, id)) return known;
    if (!file.options.actors_known) {
        const auto& label =
            column == file.columns.source ? file.columns.source_label : file.columns.target_label;
        return actors_.add(hash, id, label ? row.cell(*label) : std::string_view());
    }
    if (diagnostics_.admit_error()) {
        file.complain(diagnostics_, row, column, unknown_actor_message(id, suggestions_.for_id(id)));
    }
    return std::nullopt;
}

// Whether the row's relation, if it has one that the vocabulary knows, agrees with it.
bool TieReader::apply_relation(const File& file, RowRef row, TieValues& values) {
    const auto& column = file.columns.relation;
    if (!column || network_.relations.empty() || row.cell(*column).empty()) return true;
    const Relation* relation = references_.relation(row.cell(*column), [&] {
        return std::pair(file.rows.spot(row, *column), file.rows.excerpt(row, *column));
    });
    if (relation == nullptr || take_from(*relation, values)) return true;
    if (diagnostics_.admit_error()) {
        file.complain(
            diagnostics_, row, *file.columns.weight,
            fmt::format("the weight {} is negative, but the relation {} has the sign +; give this row a sign "
                        "or make the weight positive",
                        quoted(row.cell(*file.columns.weight)), quoted(relation->name)));
    }
    return false;
}

void TieReader::drop_self_tie(File& file, RowRef row) {
    ++file.self_ties;
    if (!diagnostics_.admit("ties of an actor with itself, left out")) return;
    diagnostics_.tell(
        Severity::warning, file.rows.spot(row, file.columns.source),
        fmt::format("{} is tied to itself; the row is left out", quoted(row.cell(file.columns.source))),
        file.rows.excerpt(row, file.columns.source));
}

}  // namespace entente::io
