#include "io/actors/actor_reader.hpp"

#include <fmt/format.h>

#include "io/cell_rules.hpp"
#include "io/csv/wrong_file.hpp"

namespace entente::io {

namespace {

void pad(TextColumn& column, std::size_t rows) {
    while (column.size() < rows) column.push_back("");
}

void fill(TextColumn& column, const std::map<std::uint32_t, std::string>& filled) {
    if (filled.empty()) return;
    TextColumn result;
    for (std::size_t i = 0; i < column.size() || i <= filled.rbegin()->first; ++i) {
        const auto at = filled.find(static_cast<std::uint32_t>(i));
        result.push_back(at == filled.end() ? column[i] : std::string_view(at->second));
    }
    column = std::move(result);
}

}  // namespace

struct ActorReader::Reading {
    TableReader& rows;
    std::uint32_t file;
    std::size_t known_before;  // actors of earlier files
    std::size_t id;
    std::optional<std::size_t> label, kind;
    std::vector<std::pair<std::size_t, std::size_t>> attributes;  // column of the file -> attribute
};

AttributeNames::AttributeNames(std::vector<AttributeColumn>& attributes) : attributes_(attributes) {
    for (std::size_t i = 0; i < attributes.size(); ++i) known_.emplace(normalized(attributes[i].name), i);
}

std::size_t AttributeNames::operator()(std::string_view name) {
    const auto [known, fresh] = known_.emplace(normalized(name), attributes_.size());
    if (fresh) attributes_.push_back({std::string(name), {}});
    return known->second;
}

void ActorReader::read(TableReader& rows, const ChosenColumns& chosen,
                       const std::vector<std::string>& missing) {
    network_.files.push_back(rows.name());
    if (rows.header().empty()) return;
    const ColumnMap map = map_columns(rows, actor_columns(), chosen, false, diagnostics_);
    const auto id = map.find("id");
    if (const auto mistaken = id ? std::nullopt : not_an_actors_file(rows))
        return diagnostics_.error(rows.header_spot(0), *mistaken, rows.header_excerpt());
    if (!id) return complain_of_missing(rows, "id", actor_columns()[0].aliases, diagnostics_);
    Reading reading{rows,
                    static_cast<std::uint32_t>(network_.files.size() - 1),
                    network_.actor_count(),
                    *id,
                    map.find("label"),
                    map.find("kind"),
                    {}};
    AttributeNames named(network_.actors.attributes);
    for (const std::size_t column : map.others())
        reading.attributes.emplace_back(column, named(rows.header()[column]));
    RowBatch batch;
    while (rows.next(batch)) {
        blank_missing(batch, missing);
        for (std::size_t i = 0; i < batch.size(); ++i) add_row(reading, {batch, i});
    }
    ledger_.actor_rows += rows.rows_read();
    ledger_.columns.push_back(map.uses(rows.name(), rows.header()));
}

void ActorReader::add_row(Reading& reading, RowRef row) {
    const std::string_view id = row.cell(reading.id);
    if (id.empty()) {
        if (diagnostics_.admit_error()) {
            diagnostics_.tell(Severity::error, reading.rows.spot(row, reading.id),
                              "the id of this actor is empty; give it one that no other actor has",
                              reading.rows.excerpt(row, reading.id));
        }
        return;
    }
    const std::uint64_t hash = hash_of(id);
    if (const auto known = index_.find(hash, id)) {
        if (*known < reading.known_before) return join_row(reading, row, *known);
        if (!diagnostics_.admit_error()) return;
        return diagnostics_.tell(
            Severity::error, reading.rows.spot(row, reading.id),
            fmt::format("the id {} is there twice (first on line {}); each actor needs its own", quoted(id),
                        places_[*known].line),
            reading.rows.excerpt(row, reading.id));
    }
    const std::uint32_t actor = index_.add(hash, id);
    ActorTable& actors = network_.actors;
    const std::string_view label = reading.label ? row.cell(*reading.label) : std::string_view();
    actors.label.push_back(label.empty() ? id : label);
    actors.kind.push_back(reading.kind ? row.cell(*reading.kind) : std::string_view());
    for (const auto& [column, attribute] : reading.attributes) {
        pad(actors.attributes[attribute].cells, actor);
        actors.attributes[attribute].cells.push_back(row.cell(column));
    }
    places_.push_back({reading.file, static_cast<std::uint32_t>(row.line())});
}

void ActorReader::join_row(Reading& reading, RowRef row, std::uint32_t actor) {
    const ActorTable& actors = network_.actors;
    if (reading.label) {
        // A label that is only the id is none.
        static const TextColumn none;
        const bool unlabeled = actors.label[actor] == actors.id[actor];
        join_cell(reading, row, *reading.label, actor,
                  {"label", unlabeled ? none : actors.label, filled_labels_});
    }
    if (reading.kind) join_cell(reading, row, *reading.kind, actor, {"kind", actors.kind, filled_kinds_});
    for (const auto& [column, attribute] : reading.attributes) {
        join_cell(reading, row, column, actor,
                  {actors.attributes[attribute].name, actors.attributes[attribute].cells,
                   filled_attributes_[attribute]});
    }
}

void ActorReader::join_cell(Reading& reading, RowRef row, std::size_t column, std::uint32_t actor,
                            const Joined& joined) {
    const auto& [name, cells, filled] = joined;
    const std::string_view cell = row.cell(column);
    const auto before = filled.find(actor);
    const std::string_view known = before != filled.end() ? std::string_view(before->second) : cells[actor];
    if (cell.empty() || cell == known) return;
    if (known.empty()) {
        filled[actor] = cell;
        return;
    }
    if (!diagnostics_.admit("actors that two files describe differently")) return;
    diagnostics_.tell(
        Severity::warning, reading.rows.spot(row, column),
        fmt::format("the {} {} of actor {} differs from {} on line {} of {}, which stays; make them equal",
                    name, quoted(cell), quoted(network_.actors.id[actor]), quoted(known), places_[actor].line,
                    network_.files[places_[actor].file]),
        reading.rows.excerpt(row, column));
}

std::uint32_t ActorReader::add(std::uint64_t hash, std::string_view id, std::string_view label) {
    const std::uint32_t actor = index_.add(hash, id);
    network_.actors.label.push_back(label.empty() ? id : label);
    network_.actors.kind.push_back("");
    return actor;
}

void ActorReader::finish() {
    fill(network_.actors.label, filled_labels_);
    fill(network_.actors.kind, filled_kinds_);
    for (const auto& [attribute, filled] : filled_attributes_)
        fill(network_.actors.attributes[attribute].cells, filled);
}

}  // namespace entente::io
